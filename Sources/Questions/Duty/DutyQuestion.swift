public import Answers
public import JSONText
import TariffLaw

/// What is owed on one entry.
public struct DutyQuestion: Question {
  public var request = DutyRequest(hts: "", origin: "", on: "")
  public var terms = LawTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required("hts", \.request.hts, "The code: a rate line of eight digits or all ten."),
      .required("origin", \.request.origin, "Country of origin, two letters."),
      .required("on", \.request.on, "Day of entry (YYYY-MM-DD)."),
      .text("value", \.request.value, "Customs value in dollars."),
      .text("quantity", \.request.quantity, "Quantity, in unit or the first unit of the schedule."),
      .text("unit", \.request.unit, "Unit of the quantity, as kg."),
      .list("claim", \.request.claims, "A programme or exclusion to claim; may repeat."),
      .list("fact", \.request.facts, "A fact as NAME=VALUE; may repeat."),
      .flag("fees", \.terms.fees, "Charges beside the duty as well, and the landed cost."),
    ] + Form.law.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> DutyAnswer {
    let (book, knownOn) = (try desk.book(terms), try desk.knownOn(terms))
    return try Refusal.mending {
      let assessment = try book.assess(
        try request.entry(in: book), knownOn: knownOn, fees: terms.fees)
      return DutyAnswer(assessment, regime: book.regime, withFees: terms.fees)
    }
  }

  public static func document(_ answer: DutyAnswer) -> (json: JSONValue, refusal: String?) {
    let isAnswer =
      switch answer.assessment.status {
      case .ok, .needsFacts, .inadmissible, .unparsed: true
      default: false
      }
    return (answer.json, isAnswer ? nil : answer.assessment.warnings.joined(separator: " "))
  }
}
