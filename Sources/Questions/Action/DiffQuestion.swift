import ActionStudy
public import Answers
public import JSONText
import TradeAction
import TradeImpact

/// Two actions side by side, or the lists of two briefs.
public struct DiffQuestion: Question {
  public var a = ""
  public var b = ""
  public var terms = ModelTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required("a", \.a, "The first action or brief: the id of a shipped one, or its text."),
      .required("b", \.b, "The second."),
    ] + Form.model.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> ComparisonAnswer {
    try check(try desk.subject(a, "a"), try desk.subject(b, "b"))
    let first = try desk.standing(a, "a", terms.law)
    let second = try desk.standing(b, "b", terms.law)
    let sides = (a: try assessed(first.action, desk), b: try assessed(second.action, desk))
    return try Refusal.mending {
      ComparisonAnswer(
        try ActionComparison(sides.a, sides.b), designs: (first.design, second.design))
    }
  }

  /// What differs is said before the work is done.
  private func check(_ a: ActionOrBrief, _ b: ActionOrBrief) throws(Refusal) {
    guard a.importer == b.importer else {
      throw .mend(
        field: "",
        "\(self.a) is of the importer '\(a.importer)' and \(self.b) of '\(b.importer)'; two importers'"
          + " actions cannot be set side by side")
    }
    func same(
      _ one: String, _ other: String, _ what: String, _ option: String, _ isGiven: Bool
    ) throws(Refusal) {
      guard !isGiven, one != other else { return }
      throw .mend(
        field: "",
        "\(self.a) and \(self.b) rest on different \(what) (\(one), \(other)); give both the same"
          + " with \(option)")
    }
    try same(a.baseline, b.baseline, "baselines", "--baseline", terms.baseline != nil)
    try same(
      a.assumptions, b.assumptions, "assumptions", "--assumptions", terms.assumptions != nil)
  }

  private func assessed(_ action: Action, _ desk: Desk) throws(Refusal) -> AssessedAction {
    let ground = try desk.ground(action, terms)
    let study = try desk.study(action, terms, on: ground)
    let day = try desk.day(action, terms, in: ground.book)
    let draws = try Desk.draws(terms.draws, seed: terms.seed, good: 1000)
    let answers = try desk.answers(action, terms.law)
    return try Refusal.mending {
      try AssessedAction(
        study, action, on: day, draws: draws, answers: answers, watch: desk.watch)
    }
  }

  public static func document(_ answer: ComparisonAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
