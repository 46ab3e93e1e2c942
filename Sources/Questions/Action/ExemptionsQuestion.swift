import ActionStudy
public import Answers
public import JSONText
import TariffLaw

/// What sparing an origin costs, and what leaks through it.
public struct ExemptionsQuestion: Question {
  public var action = ""
  public var origins: [String] = []
  public var terms = ModelTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required("action", \.action, "The id of a shipped action, or the text of an action's file."),
      .list(
        "origin", \.origins,
        "An origin to spare (two letters); may repeat. Without it, those the law spares, or all covered."
      ),
    ] + Form.model.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> ExemptionAnswer {
    let action = try desk.standing(action, "action", terms.law).action
    var countries: [CountryCode] = []
    for text in origins {
      guard let country = CountryCode(text) else {
        throw .mend(field: "origin", "'\(text)' is not a two-letter country code")
      }
      countries.append(country)
    }
    let ground = try desk.ground(action, terms)
    let study = try desk.study(action, terms, on: ground)
    let day = try desk.day(action, terms, in: ground.book)
    let draws = try Desk.draws(terms.draws, seed: terms.seed, good: 1000)
    let origins = countries.isEmpty ? nil : countries
    return try Refusal.mending {
      ExemptionAnswer(
        try ExemptionStudy(
          study, action, on: day, origins: origins, draws: draws, watch: desk.watch))
    }
  }

  public static func document(_ answer: ExemptionAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
