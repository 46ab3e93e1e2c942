import Answers
import ArgumentParser
import Questions

/// `tarifa world assess`: an action or an agreement through the world model.
struct WorldAssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "What an action or an agreement does to every country's income, trade and prices.",
    discussion: """
      A sector's rate changes by the trade-weighted change over all its goods. Total balances are \
      assumed by the deficit rule, not found.
      """)

  @Argument(
    help: "The id of a shipped action, brief or agreement, or the path of its folder or file.")
  var action: String

  @Option(
    help: "What the countries hit do back: none, reciprocal, best-response, nash, or law.")
  var retaliation = WorldAssessQuestion().retaliation

  @Option(help: "The day whose rates are taken, in place of the action's own (YYYY-MM-DD).")
  var on: String?

  @Option(help: "Draw the trade elasticities so many times, for intervals.")
  var draws: Int?

  @Option(help: "The seed of the draws.")
  var seed = 1

  @OptionGroup var world: WorldModelOptions

  @OptionGroup var law: LawOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = WorldAssessQuestion()
    question.action = action
    question.retaliation = retaliation
    question.options = world.applied(to: question.options)
    question.terms.on = on
    question.terms.draws = draws
    question.terms.seed = seed
    question.terms.law = law.terms
    let answer = try question.asked(at: Desk(reach: .files), report, as: .world)
    try question.print(answer, text: answer.text, json: json)
  }
}
