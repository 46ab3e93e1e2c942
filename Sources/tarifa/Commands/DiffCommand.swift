import ActionStudy
import Answers
import ArgumentParser
import TradeAction
import TradeImpact

/// `tarifa diff A B`: two actions side by side.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Two actions side by side: lines, value by sector, harm, revenue and balance.")

  @Argument(help: "The first action: the id of a shipped one, or the path of its folder or file.")
  var a: String

  @Argument(help: "The second action.")
  var b: String

  @OptionGroup var options: ActionOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try ActionOptions.mendable {
      let actions = (a: try ActionLibrary.action(a), b: try ActionLibrary.action(b))
      try check(actions.a, actions.b)
      let first = try options.ground(actions.a, named: a)
      let study = try options.study(actions.a, on: first)
      // Actions with law of their own stand in different books, and on grounds of their own.
      let isShared = actions.a.law.isEmpty && actions.b.law.isEmpty
      let second = isShared ? first : try options.ground(actions.b, named: b)
      let other = isShared ? study : try options.study(actions.b, on: second)
      let comparison = try ActionComparison(
        try assessed(actions.a, study), try assessed(actions.b, other))
      let answer = ComparisonAnswer(comparison)
      Console.output(json ? answer.json.text : answer.text)
    }
  }

  /// What differs is said before the work is done.
  private func check(_ a: Action, _ b: Action) throws {
    func same(_ one: String, _ other: String, _ what: String, _ option: String, _ isGiven: Bool)
      throws
    {
      guard !isGiven, one != other else { return }
      throw Failure.input(
        "\(self.a) and \(self.b) rest on different \(what) (\(one), \(other)); give both the same"
          + " with \(option)")
    }
    try same(a.baseline, b.baseline, "baselines", "--baseline", options.baseline != nil)
    try same(
      a.assumptions, b.assumptions, "assumptions", "--assumptions", options.assumptions != nil)
  }

  private func assessed(_ action: Action, _ study: ImpactStudy) throws -> AssessedAction {
    try AssessedAction(
      study, action, on: try options.day(action, in: study.ground.book),
      draws: try options.drawRequest(), answers: try options.answers(action))
  }
}
