import Answers
import ArgumentParser
import Questions

/// `tarifa exclusions ACTION REQUESTS`: requests to be taken out of an action, scored.
struct ExclusionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exclusions",
    abstract: "Exclusion requests scored: what granting one costs the action and saves buyers.")

  @Argument(help: "The id of a shipped action, or the path of its folder or file.")
  var action: String

  @Argument(help: "A CSV file with the columns id,hts and, where needed, origin,share.")
  var requests: String?

  @Flag(help: "Score the exclusions that the law itself grants on the action's day.")
  var granted = false

  @OptionGroup var options: ActionOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = ExclusionsQuestion()
    question.action = action
    question.requests = try requests.map { path in
      String(decoding: try Console.read(path), as: UTF8.self)
    }
    question.isGranted = granted
    question.terms = options.terms
    let answer = try question.asked(at: options.desk, report, as: .exclusions)
    try question.print(answer, text: answer.text, json: json)
  }
}
