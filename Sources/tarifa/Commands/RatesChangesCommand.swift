import Answers
import ArgumentParser
import Questions

/// `tarifa rates changes`: what differs between the rates of two days.
struct RatesChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "What differs between the rates of two days.")

  @Option(help: "The earlier day (YYYY-MM-DD).")
  var from: String

  @Option(help: "The later day (YYYY-MM-DD).")
  var to: String

  @OptionGroup var selection: RatesCommand.Selection

  @Option(name: .shortAndLong, help: "The CSV file to write, one row for each cell that differs.")
  var output: String?

  @Flag(help: "Print the summary as JSON.")
  var json = false

  @OptionGroup var lawOptions: LawOptions

  func run() throws {
    var question = RateChangesQuestion()
    question.from = from
    question.to = to
    question.selection = try selection.terms()
    question.terms = lawOptions.terms
    let changes = try question.asked(at: Desk(reach: .files))
    if let output { try Console.write(to: output) { try changes.write($0) } }
    try question.print(changes, text: changes.text, json: json)
  }
}
