import Answers
import ArgumentParser
import TariffLaw

/// The options of `tarifa rates --from A --to B`: the panel as intervals.
struct RateIntervalsOptions: ParsableArguments {
  @Option(help: "The first day of a span (YYYY-MM-DD).")
  var from: String?

  @Option(help: "The last day of a span (YYYY-MM-DD).")
  var to: String?

  var isEmpty: Bool { from == nil && to == nil }

  /// - Throws: ``Failure`` when a day is missing or is none.
  func days() throws(Failure) -> (from: Day, to: Day) {
    guard let from, let to else {
      throw .usage("rates needs --on DAY, or --from DAY and --to DAY")
    }
    return (try Self.day(from, "--from"), try Self.day(to, "--to"))
  }

  static func day(_ text: String, _ option: String) throws(Failure) -> Day {
    guard let day = Day(text) else {
      throw .input("\(option): '\(text)' is not a day; write YYYY-MM-DD")
    }
    return day
  }

  func run(
    _ request: RatesRequest, output: String?, json: Bool, timing: Bool, law: LawOptions
  ) throws {
    let start = ContinuousClock.now
    let (from, to) = try days()
    let book = try law.book()
    var summary: RateIntervals.Summary?
    do {
      let table = try RateIntervals(
        request, from: from, to: to, book: book, knownOn: try law.day())
      let made = ContinuousClock.now
      if let output {
        try Console.write(to: output) { summary = try table.write($0) }
      } else {
        summary = try table.write {
          if !json { Console.output(String(decoding: $0, as: UTF8.self)) }
        }
      }
      if timing {
        Console.error("law \(made - start), table \(ContinuousClock.now - made)")
      }
    } catch let error as RequestError {
      throw Failure.input("\(error)")
    } catch let error as LawBookError {
      throw Failure.internalFault("\(error)")
    }
    if let missing = summary?.withoutRows, !missing.isEmpty, !json {
      Console.error(
        "no rows: these codes are in no edition of the span: "
          + missing.map(\.dotted).joined(separator: ", "))
    }
    if json, let summary { Console.output(summary.json.text) }
  }
}
