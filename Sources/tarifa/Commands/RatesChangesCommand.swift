import Answers
import ArgumentParser
import TariffLaw

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
    let from = try RateIntervalsOptions.day(from, "--from")
    let to = try RateIntervalsOptions.day(to, "--to")
    let book = try lawOptions.book()
    do {
      let changes = try RateChanges(
        try selection.request(), from: from, to: to, book: book, knownOn: try lawOptions.day())
      if let output { try Console.write(to: output) { try changes.write($0) } }
      Console.output(json ? changes.json.text : changes.text)
    } catch let error as RequestError {
      throw Failure.input("\(error)")
    } catch let error as LawBookError {
      throw Failure.internalFault("\(error)")
    }
  }
}
