import Answers
import ArgumentParser
import Questions

/// `tarifa assess`: the duty and the impact of an action.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "What an action does to imports, prices, revenue and welfare.",
    discussion: "A brief stands for the list that 'tarifa design' chooses for it.")

  @Argument(help: "The id of a shipped action or brief, or the path of its folder or file.")
  var action: String

  @Option(help: "The model: pe, smart or gsim.")
  var model = "pe"

  @OptionGroup var options: ActionOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = AssessQuestion()
    question.action = action
    question.model = model
    question.terms = options.terms
    let answer = try question.asked(at: options.desk, report, as: .impact)
    try question.print(answer, text: answer.text, json: json)
  }
}
