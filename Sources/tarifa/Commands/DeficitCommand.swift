import Answers
import ArgumentParser
import Questions

/// `tarifa deficit`: a cut of a bilateral deficit by each instrument of a plan.
struct DeficitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deficit",
    abstract: "A cut of a bilateral deficit, by each instrument: what it takes and what it does.")

  @Argument(help: "The id of a shipped deficit plan, or the path of its folder or file.")
  var plan: String

  @OptionGroup var world: WorldModelOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = DeficitQuestion()
    question.plan = plan
    question.options = world.applied(to: question.options)
    let answer = try question.asked(at: Desk(reach: .files), report, as: .deficit)
    try question.print(answer, text: answer.text, json: json)
  }
}
