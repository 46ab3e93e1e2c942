import Answers
import ArgumentParser
import Questions

/// `tarifa diff A B`: two actions side by side, or the lists of two briefs.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Two actions or briefs side by side: lines, value by sector, harm, revenue, balance.",
    discussion: "A brief stands for the list that 'tarifa design' chooses for it.")

  @Argument(
    help:
      "The first action or brief: the id of a shipped one, or the path of its folder or file.")
  var a: String

  @Argument(help: "The second.")
  var b: String

  @OptionGroup var options: ActionOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = DiffQuestion()
    question.a = a
    question.b = b
    question.terms = options.terms
    let answer = try question.asked(at: options.desk, report, as: .comparison)
    try question.print(answer, text: answer.text, json: json)
  }
}
