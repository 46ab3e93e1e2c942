import TabularText
import TariffLaw

/// Reads the rows of one edition from its file, with rates inherited by indent.
struct EditionReader {
  let source: EditionSource

  func rows(_ bytes: [UInt8]) throws(RawFileError) -> [ScheduleRow] {
    let table = try RawTable(file: source.file, bytes: bytes)
    switch source.format {
    case .database: return try databaseRows(table)
    case .titled:
      return try indentedRows(
        table,
        Columns(
          code: try table.column("HTS Number"), indent: try table.column("Indent"),
          description: try table.column("Description"),
          units: try table.column("Unit of Quantity"),
          general: try table.column("General Rate of Duty"),
          special: try table.column("Special Rate of Duty"),
          other: try table.column("Column 2 Rate of Duty")))
    case .plain:
      return try indentedRows(
        table,
        Columns(
          code: try table.column("htsno"), indent: try table.column("indent"),
          description: try table.column("description"), units: try table.column("units"),
          general: try table.column("general"), special: try table.column("special"),
          other: try table.column("other")))
    }
  }

  private struct Columns {
    let code, indent, description, units, general, special, other: Int
  }

  /// A row on the path from the heading to the current row.
  private struct Ancestor {
    let indent: Int
    let description: String
    let general, special, other: String
    let units: String
  }

  private func indentedRows(
    _ table: RawTable, _ columns: Columns
  ) throws(RawFileError) -> [ScheduleRow] {
    var rows: [ScheduleRow] = []
    var path: [Ancestor] = []
    for (line, fields) in table.records {
      guard let indent = Int(fields.field(columns.indent)) else {
        throw RawFileError(file: table.file, line: line, problem: "the indent is not a number")
      }
      path.removeAll { $0.indent >= indent }
      let description = EditionReader.plain(fields.field(columns.description))
      var general = EditionReader.plain(fields.field(columns.general))
      var special = EditionReader.plain(fields.field(columns.special))
      var other = EditionReader.plain(fields.field(columns.other))
      let units = EditionReader.units(fields.field(columns.units))
      // One edition prints a comma for a dot in a code, some a space at its end.
      let digits = fields.field(columns.code).filter { $0 != "." && $0 != "," && !$0.isWhitespace }
      let statesRate = !general.isEmpty || !other.isEmpty
      // A statistical suffix states no rate of its own: it has that of the rate line above it.
      if digits.count == 10, general.isEmpty, special.isEmpty, other.isEmpty,
        let parent = path.last(where: { !$0.general.isEmpty || !$0.other.isEmpty })
      {
        (general, special, other) = (parent.general, parent.special, parent.other)
      }
      if !digits.isEmpty {
        do {
          let row = ScheduleRow(
            code: try HTSCode(digits), description: description,
            context: path.map(\.description).filter { !$0.isEmpty }.joined(separator: " > "),
            units: units, general: general, special: special, other: other)
          // An undivided rate line is printed with its suffix only.
          if row.code.length == 10, statesRate {
            rows.append(row.recoded(row.code.prefix(8)))
          }
          rows.append(row)
        } catch {
          throw RawFileError(file: table.file, line: line, problem: "\(error)")
        }
      }
      path.append(
        Ancestor(
          indent: indent, description: EditionReader.heading(description), general: general,
          special: special, other: other, units: units))
    }
    return rows
  }

  private func databaseRows(_ table: RawTable) throws(RawFileError) -> [ScheduleRow] {
    let code = try table.column("hts8")
    let description = try table.column("brief_description")
    let unit = [try table.column("quantity_1_code"), try table.column("quantity_2_code")]
    let general = try table.column("mfn_text_rate")
    let special = try table.column("col1_special_text")
    let other = try table.column("col2_text_rate")
    let begin = try table.column("begin_effect_date")
    let end = try table.column("end_effective_date")
    let excluded = try table.column("gsp_ctry_excluded")
    let gsp = try table.column("gsp_indicator")
    var rows: [ScheduleRow] = []
    for (line, fields) in table.records {
      guard let from = Day(fields.field(begin).prefix(10)),
        let until = Day(fields.field(end).prefix(10))
      else {
        throw RawFileError(file: table.file, line: line, problem: "needs its two days")
      }
      guard DaySpan(from: from, until: until).contains(source.edition.from) else { continue }
      do {
        rows.append(
          ScheduleRow(
            code: try HTSCode(fields.field(code)),
            description: EditionReader.plain(fields.field(description)),
            units: unit.map { fields.field($0) }.filter { !$0.isEmpty && $0 != "X" }
              .joined(separator: ","),
            general: EditionReader.plain(fields.field(general)),
            special: EditionReader.plain(fields.field(special)),
            other: EditionReader.plain(fields.field(other)),
            excluded: EditionReader.exclusions(fields.field(gsp), fields.field(excluded))))
      } catch {
        throw RawFileError(file: table.file, line: line, problem: "\(error)")
      }
    }
    return rows
  }

  /// `A*` with `BR IN` or `BR,IN` is `A*:BR,IN`.
  private static func exclusions(_ indicator: String, _ countries: String) -> String {
    let codes = countries.split { $0 == " " || $0 == "," || $0 == ";" }
    guard !codes.isEmpty, !indicator.isEmpty else { return "" }
    return "\(indicator):\(codes.joined(separator: ","))"
  }

  /// Text without marks of italics and doubled spaces, with one spelling of the cent sign.
  static func plain(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var inTag = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): inTag = true
      case UInt8(ascii: ">") where inTag: inTag = false
      case _ where inTag: break
      case 0x20, 0x09, 0x0A, 0x0D:
        if let last = output.last, last != 0x20 { output.append(0x20) }
      default: output.append(byte)
      }
    }
    if output.last == 0x20 { output.removeLast() }
    let plain = String(decoding: output, as: UTF8.self)
    guard output.contains(UInt8(ascii: ";")) else { return plain }
    return plain.replacing("&cent;", with: "¢").replacing("¢;", with: "¢")
  }

  /// A heading text without its colon.
  private static func heading(_ text: String) -> String {
    text.hasSuffix(":") ? String(text.dropLast()) : text
  }

  /// Units from a bare text, a comma list, or a list in brackets with quotes.
  private static func units(_ text: String) -> String {
    text.split { "[]\",|".contains($0) }
      .map { plain(String($0)) }.filter { !$0.isEmpty }
      .joined(separator: ",")
  }
}
