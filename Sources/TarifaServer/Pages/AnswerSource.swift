import JSONText
import Questions
import TarifaPages
import TarifaReport

/// An answer that a page shows and whose parts can be had by themselves.
struct AnswerSource: Sendable {
  let document: JSONValue
  let bytes: [UInt8]
  let kind: Report.Kind
  /// The engine that answered.
  var engine = EngineVersion.text

  /// A part by the end of its path: `answer.json`, `chart/0.svg`, `table/2.csv`, `report.html`.
  ///
  /// - Throws: ``Problem`` for a part that is not there; ``JSONShapeError``.
  func part(_ path: String) throws -> PageFile {
    if path == "answer.json" { return PageFile(bytes, type: MediaType.json) }
    let report = try Report(document, kind, engine: engine)
    let missing = Problem(.missing, "the answer has no '\(path)'")
    switch path {
    case "report.html":
      return PageFile(text: report.html, type: MediaType.html, name: "tarifa.html")
    case "report.xlsx": return try Self.workbook(report)
    default: break
    }
    let pieces = path.split(separator: "/")
    guard pieces.count == 2 else { throw missing }
    let name = pieces[1].split(separator: ".", maxSplits: 1)
    guard name.count == 2, let position = Int(name[0]) else { throw missing }
    switch pieces[0] {
    case "chart" where report.charts.indices.contains(position):
      guard
        let file = try PageFile(
          report.charts[position], String(name[1]), source: report.source)
      else { throw missing }
      return file
    case "table" where report.tables.indices.contains(position) && name[1] == "csv":
      return PageFile(text: report.tables[position].csv, type: MediaType.csv, name: "table.csv")
    default: throw missing
    }
  }

  private static func workbook(_ report: Report) throws -> PageFile {
    let file = TemporaryFile(ending: "xlsx")
    defer { file.remove() }
    do throws(WorkBookError) {
      try WorkBook(report).write(to: file.path)
    } catch {
      throw Problem(.fault, "\(error)")
    }
    return PageFile(try file.bytes(), type: MediaType.workbook, name: "tarifa.xlsx")
  }
}
