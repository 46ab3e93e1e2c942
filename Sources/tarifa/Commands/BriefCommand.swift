import Answers
import ArgumentParser
import Questions

/// `tarifa brief`: a brief in a form to change and ask again.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "A brief as JSON, to change and give to 'tarifa design' again.")

  @Argument(help: "The id of a shipped brief, or the path of a brief's folder or file.")
  var brief: String

  @Flag(help: "Print JSON; it is the only form.")
  var json = false

  func run() throws {
    var question = BriefQuestion()
    question.brief = brief
    let answer = try question.asked(at: Desk(reach: .files))
    try question.print(answer, text: answer.json.text, json: json)
  }
}
