import Answers
import ArgumentParser
import Questions

/// `tarifa actions`: what is shipped to ask about.
struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract:
      "The shipped actions, briefs, cases, agreements, escalations and deficit plans by id.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let question = ActionListQuestion()
    let answer = try question.asked(at: Desk(reach: .files))
    try question.print(answer, text: answer.text, json: json)
  }
}
