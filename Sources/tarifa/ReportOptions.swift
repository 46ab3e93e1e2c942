import ArgumentParser
import JSONText
import Questions
import TarifaReport

/// The option of every command whose answer is written as a report.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .customLong("report"),
    help:
      "Write the answer as a report as well: .html, .pdf, .xlsx, .csv (its main table), or a folder where it ends in '/'."
  )
  var path: String?

  /// Says what cannot be written before the work is done.
  ///
  /// - Throws: ``Failure`` with what to mend.
  func check() throws(Failure) {
    guard let path else { return }
    do {
      try Report.check(path: path)
    } catch {
      throw .input("--report: \(error)")
    }
  }

  /// Writes the report, where one is asked for.
  ///
  /// - Throws: ``Failure`` when it cannot be written.
  func write(_ document: JSONValue, _ kind: Report.Kind) throws(Failure) {
    guard let path else { return }
    let report: Report
    do {
      report = try Report(document, kind, engine: EngineVersion.text)
    } catch {
      throw .internalFault("the answer cannot be made a report: \(error)")
    }
    do {
      try report.write(to: path) { Console.error("tarifa: --report: \($0)") }
    } catch {
      throw .input("--report: \(error)")
    }
  }
}

extension Question {
  /// The answer at a desk of the command line, written as a report where one is asked for.
  ///
  /// - Throws: ``Failure`` when there is none, or the report cannot be written.
  func asked(
    at desk: Desk, _ report: ReportOptions, as kind: Report.Kind
  ) throws(Failure) -> Answer {
    try report.check()
    let answer = try asked(at: desk)
    if report.path != nil { try report.write(Self.document(answer).json, kind) }
    return answer
  }
}
