import Answers
import ArgumentParser
import Questions

/// The options of `tarifa rates --from A --to B`: the panel as intervals.
struct RateIntervalsOptions: ParsableArguments {
  @Option(help: "The first day of a span (YYYY-MM-DD).")
  var from: String?

  @Option(help: "The last day of a span (YYYY-MM-DD).")
  var to: String?

  var isEmpty: Bool { from == nil && to == nil }

  func run(
    _ selection: RatesSelection, output: String?, json: Bool, timing: Bool, law: LawTerms
  ) throws {
    let start = ContinuousClock.now
    guard let from, let to else {
      throw Failure.usage("rates needs --on DAY, or --from DAY and --to DAY")
    }
    var question = RateIntervalsQuestion()
    question.from = from
    question.to = to
    question.selection = selection
    question.terms = law
    let table: RateIntervals
    do {
      table = try question.answer(at: Desk(reach: .files))
    } catch {
      throw Failure(error)
    }
    let made = ContinuousClock.now
    var summary: RateIntervals.Summary?
    if let output {
      try Console.write(to: output) { summary = try table.write($0) }
    } else {
      summary = try table.write {
        if !json { Console.output(String(decoding: $0, as: UTF8.self)) }
      }
    }
    if timing {
      Console.error("law and table \(made - start), written \(ContinuousClock.now - made)")
    }
    if let missing = summary?.withoutRows, !missing.isEmpty, !json {
      Console.error(
        "no rows: these codes are in no edition of the span: "
          + missing.map(\.dotted).joined(separator: ", "))
    }
    if json, let summary { Console.output(summary.json.text) }
  }
}
