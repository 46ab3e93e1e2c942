import Foundation
import JSONText
import TarifaReport
import Testing

/// Workbooks, read again by Python's own readers of archives and XML.
struct WorkBookTests {
  /// What is in a sheet: texts as such, numbers as numbers.
  private struct Cell: Decodable, Equatable {
    let kind: String
    let value: String
  }

  private struct Book: Decodable {
    let sheets: [String]
    let cells: [String: [String: Cell]]
    let formulas: Int
  }

  private static let reader = """
    import json, re, sys, zipfile
    import xml.etree.ElementTree as tree
    n = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    book = zipfile.ZipFile(sys.argv[1])
    assert book.testzip() is None
    for name in book.namelist():
        if name.endswith((".xml", ".rels")):
            tree.fromstring(book.read(name))
    shared = [
        "".join(t.text or "" for t in item.iter(n + "t"))
        for item in tree.fromstring(book.read("xl/sharedStrings.xml"))
    ]
    names = [s.get("name") for s in tree.fromstring(book.read("xl/workbook.xml")).iter(n + "sheet")]
    cells, formulas = {}, 0
    for place, name in enumerate(names, 1):
        sheet = tree.fromstring(book.read(f"xl/worksheets/sheet{place}.xml"))
        formulas += len(list(sheet.iter(n + "f")))
        found = cells[name] = {}
        for cell in sheet.iter(n + "c"):
            value = cell.find(n + "v")
            if value is None:
                continue
            is_text = cell.get("t") == "s"
            text = shared[int(value.text)] if is_text else value.text
            found[cell.get("r")] = {"kind": "text" if is_text else "number", "value": text}
    print(json.dumps({"sheets": names, "cells": cells, "formulas": formulas}))
    """

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tarifa-workbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func read(_ path: String) throws -> Book {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.reader, path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode(Book.self, from: data)
  }

  /// The name of a column: A to Z, then AA.
  private func letters(_ place: Int) throws -> String {
    let last = Character(try #require(UnicodeScalar(65 + place % 26)))
    return (place < 26 ? "" : try letters(place / 26 - 1)) + String(last)
  }

  @Test(arguments: ReportTests.cases)
  func everyTableIsASheetWithItsNumbers(example: ReportTests.Case) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = try example.report()
    let path = folder.appendingPathComponent("answer.xlsx").path
    try WorkBook(report).write(to: path)
    let book = try read(path)
    #expect(book.sheets == ["Notes"] + report.tables.map(\.name))
    #expect(book.formulas == 0)
    let notes = try #require(book.cells["Notes"]).values.map(\.value)
    #expect(notes.contains(report.question) && notes.contains(report.citation))
    for table in report.tables {
      let cells = try #require(book.cells[table.name])
      for (line, row) in table.rows.enumerated() {
        for (place, cell) in row.enumerated() {
          let found = cells[try letters(place) + "\(line + 2)"]
          switch cell {
          case .missing: #expect(found == nil)
          case .text(let text):
            #expect(found ?? Cell(kind: "text", value: "") == Cell(kind: "text", value: text))
          case .number(let digits):
            let number = try #require(found)
            let (value, wanted) = (try #require(Double(number.value)), try #require(Double(digits)))
            #expect(number.kind == "number")
            #expect(abs(value - wanted) <= 1e-14 * abs(wanted), "\(digits)")
          }
        }
      }
    }
    // Nothing but the finished file is left.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["answer.xlsx"])
  }

  @Test func theSameReportIsTheSameFile() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = try Report(try ShippedAnswers.impact.get(), .impact)
    let bytes = try ["a", "b"].map { name in
      let file = folder.appendingPathComponent(name)
      try WorkBook(report).write(to: file.path)
      return try Data(contentsOf: file)
    }
    #expect(bytes[0] == bytes[1] && bytes[0].count > 1000)
  }

  /// Texts that a spreadsheet would run stay texts, and marks XML does not allow are left out.
  @Test func hostileTextsStayTexts() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var members = try #require(try ShippedAnswers.docket.get().object)
    let place = try #require(members.firstIndex { $0.name == "title" })
    members[place].value = .string("=cmd|' /C calc'!A1\u{1}\u{FFFF}")
    let path = folder.appendingPathComponent("hostile.xlsx").path
    try WorkBook(try Report(.object(members), .docket)).write(to: path)
    let book = try read(path)
    #expect(book.formulas == 0)
    #expect(
      book.cells["Notes"]?["B2"]
        == Cell(kind: "text", value: "=cmd|' /C calc'!A1, docket on 2018-07-06"))
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    let report = try Report(try ShippedAnswers.docket.get(), .docket)
    let path = "/nowhere/at/all/answer.xlsx"
    do throws(WorkBookError) {
      try WorkBook(report).write(to: path)
      Issue.record("it was written")
    } catch {
      #expect(error.path == path && "\(error)".contains("check the folder"))
    }
  }
}
