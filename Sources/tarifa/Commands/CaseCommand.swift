import Answers
import ArgumentParser
import Questions
import TarifaReport

/// `tarifa case`: the docket of a case.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "The docket of a trade investigation: what is done, late and next, and by when.")

  @Argument(help: "The id of a shipped case, or the path of its folder or file.")
  var file: String

  @Option(help: "The day it is looked at, by what was known that day (YYYY-MM-DD).")
  var on: String

  @Option(help: "Write the chart to an SVG file.")
  var svg: String?

  @Option(help: "A folder of law files whose procedures come before the shipped ones.")
  var law: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = CaseQuestion()
    question.name = file
    question.on = on
    question.law = law
    let answer = try question.asked(at: Desk(reach: .files), report, as: .docket)
    if let svg {
      let chart = try Gantt(docket: answer.json)
      try Console.write(to: svg) { try $0(Array(chart.svg.utf8)) }
    }
    try question.print(answer, text: answer.text, json: json)
  }
}
