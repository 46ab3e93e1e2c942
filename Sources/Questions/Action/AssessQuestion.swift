public import Answers
public import JSONText
import ListDesign
import TradeAction
import TradeImpact

/// What an action does to imports, prices, revenue, jobs and the balance; of a brief, the list chosen for it.
public struct AssessQuestion: Question {
  public var action = ""
  public var model = ImpactModel.pe.rawValue
  public var terms = ModelTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required(
        "action", \.action, "The id of a shipped action or brief, or the text of such a file."),
      .choice(
        "model", \.model, ImpactModel.allCases.map(\.rawValue), "The model: pe, smart or gsim."),
    ] + Form.model.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> ImpactAnswer {
    guard let model = ImpactModel(rawValue: model) else {
      throw .mend(
        field: "model",
        "'\(model)' is no model; choose from "
          + ImpactModel.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard terms.horizon == nil || model == .pe else {
      throw .mend(
        field: "horizon",
        "the elasticities of \(model.rawValue) know no horizon; leave it out or take the model pe")
    }
    let action = try desk.standing(action, "action", terms.law).action
    let ground = try desk.ground(action, terms)
    let day = try desk.day(action, terms, in: ground.book)
    let study = try desk.study(action, terms, on: ground, model: model)
    let draws = try Desk.draws(terms.draws, seed: terms.seed, good: 1000)
    let answers = try desk.answers(action, terms.law)
    return try Refusal.mending {
      let impact = try study.assess(
        action, on: day, draws: draws, answers: answers, watch: desk.watch)
      let stages =
        terms.on == nil
        ? try action.stages.map {
          $0 == day ? impact : try study.assess(action, on: $0, watch: desk.watch)
        } : []
      return ImpactAnswer(impact, stages: stages)
    }
  }

  public static func document(_ answer: ImpactAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
