import Answers
import ArgumentParser
import Questions

/// `tarifa world escalate`: rounds of actions and answers.
struct WorldEscalateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate", abstract: "The world after each round of actions and answers.")

  @Argument(help: "The id of a shipped escalation, or the path of its folder or file.")
  var escalation: String

  @OptionGroup var world: WorldModelOptions

  @OptionGroup var law: LawOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = WorldEscalateQuestion()
    question.escalation = escalation
    question.options = world.applied(to: question.options)
    question.terms = law.terms
    let answer = try question.asked(at: Desk(reach: .files), report, as: .escalation)
    try question.print(answer, text: answer.text, json: json)
  }
}
