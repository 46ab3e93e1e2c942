import Answers
import ArgumentParser
import Foundation
import Questions
import TariffLaw

/// `tarifa duty`: what is owed on one entry, explained, or on a file of entries.
struct DutyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duty", abstract: "What duty the law puts on a good, and why.")

  @Argument(help: "The code: a rate line of eight digits or all ten, with or without dots.")
  var hts: String?

  @Option(help: "Country of origin, two letters.")
  var origin: String?

  @Option(help: "Day of entry (YYYY-MM-DD).")
  var on: String?

  @Option(parsing: .unconditional, help: "Customs value in dollars.")
  var value: String?

  @Option(parsing: .unconditional, help: "Quantity, in --unit or the first unit of the schedule.")
  var quantity: String?

  @Option(help: "Unit of the quantity, as kg.")
  var unit: String?

  @Option(name: .customLong("claim"), help: "A programme or exclusion to claim; may repeat.")
  var claims: [String] = []

  @Option(name: .customLong("fact"), help: "A fact as NAME=VALUE; may repeat.")
  var facts: [String] = []

  @Option(help: "A CSV file of entries to price instead of one.")
  var batch: String?

  @Option(name: .shortAndLong, help: "Where to write the batch; standard output without it.")
  var output: String?

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Say what a broker files: lines, headings to declare, deadlines.")
  var filing = false

  @Flag(help: "List every measure, also those of other origins.")
  var all = false

  @OptionGroup var lawOptions: LawOptions

  @OptionGroup var report: ReportOptions

  func run() throws {
    if let batch {
      try price(batch)
      return
    }
    guard let hts, let origin, let on else {
      throw Failure.usage("duty needs a code, --origin and --on; or --batch FILE")
    }
    var question = DutyQuestion()
    question.request = DutyRequest(
      hts: hts, origin: origin, on: on, value: value, quantity: quantity, unit: unit,
      claims: claims, facts: facts)
    question.terms = lawOptions.terms
    let answer = try question.asked(at: Desk(reach: .files), report, as: .duty)
    let (document, refusal) = DutyQuestion.document(answer)
    if let refusal {
      // There is no answer; the document still says why to a program that asked for one.
      if json { Console.output(document.text) }
      throw Failure.input(refusal)
    }
    Console.output(json ? document.text : answer.text(everything: all, filed: filing))
  }

  private func price(_ path: String) throws {
    if hts != nil || origin != nil || on != nil {
      throw Failure.usage("--batch takes the entries from its file; leave the code and options out")
    }
    if report.path != nil {
      throw Failure.usage("--report is of one entry; a batch is written by --output")
    }
    if let file = [path, output ?? ""].first(where: { $0.lowercased().hasSuffix(".parquet") }) {
      throw Failure.input(
        "\(file): Parquet goes through the Python package, which scripts/wheel builds: "
          + "python -m tarifa duty IN.parquet -o OUT.parquet")
    }
    let batch: DutyBatch
    do {
      batch = try Desk(reach: .files).batch(lawOptions.terms)
    } catch {
      throw Failure(error)
    }
    let input = try Console.open(path)
    func read(_ count: Int) throws -> [UInt8] {
      [UInt8](try input.read(upToCount: count) ?? Data())
    }
    do {
      if let output {
        var priced: DutyBatch.Summary?
        try Console.write(to: output) { sink in priced = try batch.price(reading: read, write: sink)
        }
        guard let summary = priced else { return }
        let counts = summary.byStatus.sorted { $0.key.rawValue < $1.key.rawValue }
          .map { "\($0.key.rawValue) \($0.value)" }
        Console.error("\(summary.rows) rows: \(counts.joined(separator: ", "))")
      } else {
        _ = try batch.price(reading: read) { Console.output(String(decoding: $0, as: UTF8.self)) }
      }
    } catch let error as RequestError {
      throw Failure.input("\(path): \(error)")
    } catch let error as Failure {
      throw error
    } catch let error as LawBookError {
      throw Failure.internalFault("\(error)")
    } catch {
      throw Failure.input("\(path): \(error)")
    }
  }
}
