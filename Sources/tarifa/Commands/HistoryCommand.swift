import Answers
import ArgumentParser
import Questions

/// `tarifa history`: a code's life.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "A code's life: what it owed day by day, and why that changed.")

  @Argument(help: "The code: a rate line of eight digits or all ten, with or without dots.")
  var hts: String

  @Option(help: "Country of origin, two letters; the schedule alone without it.")
  var origin: String?

  @Option(help: "The first day (YYYY-MM-DD); that of the law held without it.")
  var from: String?

  @Option(help: "The last day (YYYY-MM-DD); that of the law held without it.")
  var to: String?

  @Option(name: .customLong("claim"), help: "A programme or exclusion to claim; may repeat.")
  var claims: [String] = []

  @Option(name: .customLong("fact"), help: "A fact as NAME=VALUE; may repeat.")
  var facts: [String] = []

  @Option(name: .shortAndLong, help: "Write the intervals to a CSV file.")
  var output: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var lawOptions: LawOptions

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = HistoryQuestion()
    question.request = HistoryRequest(
      hts: hts, origin: origin, from: from, to: to, claims: claims, facts: facts)
    question.terms = lawOptions.terms
    let history = try question.asked(at: Desk(reach: .files), report, as: .history)
    if let output { try Console.write(to: output) { try $0(history.csv) } }
    if json || output == nil { try question.print(history, text: history.text, json: json) }
  }
}
