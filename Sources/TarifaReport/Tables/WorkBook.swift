import CXlsxWriter
import Foundation

/// An Excel workbook: a sheet of notes, then a sheet for each table.
///
/// Texts are written as texts whatever they begin with, so that none becomes a formula; numbers are
/// numbers with a format. The same report gives the same bytes.
public struct WorkBook: Sendable {
  /// A sheet with the name it has in the book.
  struct Sheet {
    let name: String
    let table: Table
  }

  let title: String
  let sheets: [Sheet]

  /// The notes of a report and its tables.
  public init(_ report: Report) {
    title = report.title
    var notes = Table("Notes", [.init("what"), .init("text")])
    for (label, text) in [("title", report.title), ("question", report.question)] {
      notes.append([.text(label), .text(text)])
    }
    for figure in report.figures {
      let interval = figure.interval.isEmpty ? "" : " (\(figure.interval))"
      notes.append([.text(figure.label), .text(figure.value + interval)])
    }
    for note in report.vintage { notes.append([.text(note.label), .text(note.text)]) }
    for text in report.method { notes.append([.text("method"), .text(text)]) }
    notes.append([.text("cite as"), .text(report.citation)])
    var taken: Set<String> = []
    sheets = ([notes] + report.tables).map { table in
      Sheet(name: WorkBook.sheetName(table.name, &taken), table: table)
    }
  }

  /// Writes the workbook through a file beside it, renamed when complete.
  ///
  /// - Throws: ``WorkBookError`` when the disk does not take it, or a table has more rows than a sheet
  ///   holds.
  public func write(to path: String) throws(WorkBookError) {
    let temporary = path + ".part"
    do throws(WorkBookError) {
      try writeBook(to: temporary, for: path)
      guard rename(temporary, path) == 0 else {
        throw WorkBookError(path: path, problem: "the finished file could not be renamed")
      }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private func writeBook(to temporary: String, for path: String) throws(WorkBookError) {
    for sheet in sheets where sheet.table.rows.count >= Int(LXW_ROW_MAX) {
      throw WorkBookError(
        path: path,
        problem: "'\(sheet.name)' has \(sheet.table.rows.count) rows, more than a sheet holds")
    }
    guard let book = workbook_new(temporary) else {
      throw WorkBookError(path: path, problem: "there is no room for it in memory")
    }
    setProperties(book)
    var formats = Formats(book)
    for sheet in sheets {
      guard let page = workbook_add_worksheet(book, sheet.name) else { continue }
      write(sheet.table, on: page, &formats)
    }
    let code = workbook_close(book)
    guard code == LXW_NO_ERROR else {
      let words = lxw_strerror(code).map { String(cString: $0) } ?? "unknown error"
      throw WorkBookError(path: path, problem: words)
    }
  }

  /// The library would write the time of day; an answer holds none.
  private func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>) {
    WorkBook.text(title, most: 255).withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = 1
      _ = workbook_set_properties(book, &properties)
    }
  }

  private func write(
    _ table: Table, on page: UnsafeMutablePointer<lxw_worksheet>, _ formats: inout Formats
  ) {
    for (place, column) in table.columns.enumerated() {
      let position = UInt16(place)
      let unit = column.unit.flatMap { formats.words($0) }
      _ = worksheet_write_string(
        page, 0, position, WorkBook.text(column.title + (unit.map { " (\($0))" } ?? "")),
        formats.head)
      _ = worksheet_set_column(page, position, position, width(table, place), nil)
    }
    for (index, row) in table.rows.enumerated() {
      for (place, cell) in row.enumerated() {
        let (line, position) = (UInt32(index + 1), UInt16(place))
        switch cell {
        case .missing: break
        case .text(let text):
          _ = worksheet_write_string(page, line, position, WorkBook.text(text), formats.wrapped)
        case .number(let digits):
          if let value = Double(digits), value.isFinite {
            _ = worksheet_write_number(
              page, line, position, value, formats.of(table.columns[place].unit))
          } else {
            _ = worksheet_write_string(page, line, position, WorkBook.text(digits), nil)
          }
        }
      }
    }
    worksheet_freeze_panes(page, 1, 0)
  }

  /// In characters: as wide as what the column holds, within reason.
  private func width(_ table: Table, _ place: Int) -> Double {
    let longest =
      table.rows.prefix(200).map { row in
        row[place].plain.count
      }.max() ?? 0
    let most = table.columns[place].unit == nil ? 70 : 18
    return Double(min(max(longest, table.columns[place].title.count, 6), most) + 2)
  }

  /// A name a sheet may have: no more than 31 characters, without those Excel forbids, and no other
  /// sheet's.
  static func sheetName(_ name: String, _ taken: inout Set<String>) -> String {
    let allowed = String(
      name.unicodeScalars.filter { $0.value >= 0x20 && !"[]:*?/\\'".unicodeScalars.contains($0) })
    let base = allowed.isEmpty ? "Table" : allowed
    var number = 1
    while true {
      let end = number == 1 ? "" : " \(number)"
      // Excel counts UTF-16 units.
      var short = Substring(base)
      while short.utf16.count + end.utf16.count > 31 { short.removeLast() }
      let candidate = String(short) + end
      if taken.insert(candidate.lowercased()).inserted { return candidate }
      number += 1
    }
  }

  /// A text as a cell may hold it: no more than 32,767 characters, without those XML does not allow.
  static func text(_ text: String, most: Int = 32_767) -> String {
    var short = String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          switch scalar {
          case "\t", "\n": true
          case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": false
          default: true
          }
        }))
    while short.utf16.count > most {
      short = String(short.unicodeScalars.prefix(most / 2))
    }
    return short
  }
}
