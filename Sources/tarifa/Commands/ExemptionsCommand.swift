import Answers
import ArgumentParser
import Questions

/// `tarifa exemptions ACTION`: what sparing an origin costs, and what leaks through it.
struct ExemptionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exemptions",
    abstract: "Origins spared one by one: what each costs in value and revenue, and its leakage.")

  @Argument(help: "The id of a shipped action, or the path of its folder or file.")
  var action: String

  @Option(
    help:
      "An origin to spare, whether the law does or not (two letters); may be repeated. Without it, those the law spares, or all that it covers."
  )
  var origin: [String] = []

  @OptionGroup var options: ActionOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = ExemptionsQuestion()
    question.action = action
    question.origins = origin
    question.terms = options.terms
    let answer = try question.asked(at: options.desk, report, as: .exemptions)
    try question.print(answer, text: answer.text, json: json)
  }
}
