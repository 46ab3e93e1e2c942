import Answers
import ArgumentParser
import Questions
import TabularText
import TariffLaw

/// `tarifa rates`: every rate of a day, or over a span.
struct RatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates", abstract: "The rates of many goods and origins.",
    subcommands: [Table.self, RatesChangesCommand.self, EffectiveRateCommand.self],
    defaultSubcommand: Table.self)

  /// Which goods and origins.
  struct Selection: ParsableArguments {
    @Option(name: .customLong("origin"), help: "Country of origin, two letters; may repeat.")
    var origins: [String] = []

    @Option(help: "A CSV file with a column hts: codes of any length; all goods without it.")
    var goods: String?

    @Option(name: .customLong("hts"), help: "A code of any length; may repeat.")
    var codes: [String] = []

    func terms() throws -> RatesSelection {
      var selection = RatesSelection()
      selection.origins = origins
      selection.codes = codes
      guard let goods else { return selection }
      var listed: [HTSCode] = []
      do {
        let table = try CSVTable(try Console.read(goods))
        let column = try table.column("hts")
        for (line, fields) in table.records {
          do {
            listed.append(try HTSCode(fields.field(column)))
          } catch {
            throw Failure.input("\(goods):\(line): hts: \(error)")
          }
        }
      } catch let error as Failure {
        throw error
      } catch {
        throw Failure.input("\(goods): \(error)")
      }
      selection.listed = listed
      return selection
    }
  }

  /// `tarifa rates --on DAY`
  struct Table: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "table", abstract: "Every rate of a day, or over a span of days.")

    @Option(help: "The day (YYYY-MM-DD).")
    var on: String?

    @OptionGroup var days: RateIntervalsOptions

    @OptionGroup var selection: Selection

    @Option(name: .shortAndLong, help: "The CSV file to write.")
    var output: String?

    @Flag(help: "Print what the table holds as JSON.")
    var json = false

    @Flag(help: "Add the seconds it took.")
    var timing = false

    @OptionGroup var lawOptions: LawOptions

    func run() throws {
      guard let on else {
        try days.run(
          try selection.terms(), output: output, json: json, timing: timing, law: lawOptions.terms)
        return
      }
      guard days.isEmpty else {
        throw Failure.usage("rates takes --on, or --from and --to; not both")
      }
      var question = RatesQuestion()
      question.on = on
      question.selection = try selection.terms()
      question.terms = lawOptions.terms
      let start = ContinuousClock.now
      let table = try question.asked(at: Desk(reach: .files))
      let made = ContinuousClock.now
      if let output {
        try Console.write(to: output) { try table.write($0) }
      } else if !json {
        try table.write { Console.output(String(decoding: $0, as: UTF8.self)) }
      }
      if timing {
        Console.error("law and panel \(made - start), written \(ContinuousClock.now - made)")
      }
      if json { Console.output(table.json.text) }
    }
  }
}
