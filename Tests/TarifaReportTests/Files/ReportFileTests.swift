import Foundation
import JSONText
import TabularText
import TarifaReport
import Testing

struct ReportFileTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tarifa-report-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test(arguments: [
    ("a.html", ReportForm.html), ("a.b.PDF", .pdf), ("x/y.xlsx", .xlsx), ("a.csv", .csv),
    ("a/", .folder), ("a.csv/", .folder),
  ])
  func theEndingChoosesTheForm(path: String, form: ReportForm) throws {
    #expect(try ReportForm(path: path) == form)
  }

  @Test(arguments: ["a.doc", "a", "", ".html", "a.html.gz", "a./b"])
  func anotherEndingIsNamedWithThoseKnown(path: String) throws {
    do throws(ReportFileError) {
      try Report.check(path: path)
      Issue.record("it was taken")
    } catch {
      for known in [".html", ".pdf", ".xlsx", ".csv", "/"] { #expect("\(error)".contains(known)) }
      #expect("\(error)".contains("'\(path)'") && !"\(error)".contains("\n"))
    }
  }

  @Test func aPageAndAMainTableAreWritten() throws {
    try withFolder { folder in
      let report = try Report(try ShippedAnswers.annex.get(), .annex, engine: "1.2.3")
      for name in ["a.html", "a.csv"] {
        try report.write(to: folder.appendingPathComponent(name).path)
      }
      let page = try String(contentsOf: folder.appendingPathComponent("a.html"), encoding: .utf8)
      #expect(page == report.html && page.contains("Tarifa 1.2.3"))
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("a.csv")))
      let table = try CSVTable(bytes)
      #expect(table.header.first == "code" && table.records.count == 279)
      // Nothing is left beside them.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }
  }

  @Test func aFolderHoldsEveryTableAndPicture() throws {
    try withFolder { folder in
      let report = try Report(try ShippedAnswers.impact.get(), .impact)
      let path = folder.appendingPathComponent("answer").path + "/"
      try Report.check(path: path)
      var notes: [String] = []
      try report.write(to: path) { notes.append($0) }
      #expect(notes.isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      func count(_ ending: String) -> Int { names.filter { $0.hasSuffix(ending) }.count }
      #expect(count(".csv") == report.tables.filter { !$0.rows.isEmpty }.count)
      #expect(count(".svg") == report.charts.count && count(".png") == report.charts.count)
      #expect(names.contains("report.html") && names.contains("amounts.csv"))
      let drawing = try String(contentsOfFile: path + "who-pays.svg", encoding: .utf8)
      #expect(drawing.contains("Source: Tarifa."))
      // What is there is not replaced.
      do throws(ReportFileError) {
        try Report.check(path: path)
        Issue.record("it would be replaced")
      } catch {
        #expect(error.problem == .isThere)
      }
      #expect(throws: ReportFileError.self) { try report.write(to: path) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["answer"])
    }
  }

  @Test(arguments: ["a.html", "a.csv", "a.xlsx", "a/"])
  func whereNothingCanBeWrittenIsSaid(name: String) throws {
    let path = "/nowhere/at/all/\(name)"
    let report = try Report(try ShippedAnswers.dataList.get(), .dataList)
    for write in [Report.check(path:), { try report.write(to: $0) }] as [(String) throws -> Void] {
      do {
        try write(path)
        Issue.record("it was written")
      } catch {
        #expect("\(error)".contains("/nowhere/at/all") && "\(error)".contains("check the folder"))
      }
    }
  }
}
