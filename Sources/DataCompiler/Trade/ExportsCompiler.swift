import TariffLaw
import TradeData

/// Compiles exports by partner and subheading, with the partner's own imports by line, which weigh the
/// lines within a subheading.
public struct ExportsCompiler: Sendable {
  private let folder: RawFolder
  private let catalogue: [UInt8]

  /// - Parameter catalogue: the partners, with the year and the files of each.
  public init(folder: RawFolder, catalogue: [UInt8]) {
    self.folder = folder
    self.catalogue = catalogue
  }

  private struct Row {
    let partner: String
    let year: String
    let code: String
    let value: Int64
  }

  /// - Throws: ``RawFileError`` naming the file and the line.
  public func compile() throws(RawFileError) -> [UInt8] {
    let list = try RawTable(file: "exports.csv", bytes: catalogue)
    let columns = [
      try list.column("partner"), try list.column("year"), try list.column("exports"),
      try list.column("imports"),
    ]
    var exports: [Row] = []
    var imports: [Row] = []
    for (_, fields) in list.records {
      let value = columns.map { fields.field($0) }
      exports += try self.exports(to: value[0], value[1], file: value[2])
      imports += try self.imports(of: value[0], value[1], file: value[3])
    }
    var writer = TableWriter()
    for (name, code, rows) in [("exports", "hs6", exports), ("partner-imports", "hs8", imports)] {
      writer.add(name, "partner", texts: rows.map(\.partner))
      writer.add(name, "year", integers: rows.map { Int64($0.year) ?? 0 })
      writer.add(name, code, texts: rows.map(\.code))
      writer.add(name, "value", integers: rows.map(\.value))
    }
    do {
      return try writer.finish()
    } catch {
      throw RawFileError(file: "exports", problem: "\(error)")
    }
  }

  private func exports(
    to partner: String, _ wanted: String, file: String
  ) throws(RawFileError) -> [Row] {
    let raw = try RawTable(folder, file)
    let year = try raw.column("year")
    let subheading = try raw.column("hs6")
    let dollars = try raw.column("export_val_usd")
    var sums: [String: Int64] = [:]
    for (line, fields) in raw.records where fields.field(year) == wanted {
      sums[fields.field(subheading), default: 0] += try whole(
        fields.field(dollars), raw.file, line)
    }
    guard !sums.isEmpty else {
      throw RawFileError(file: file, problem: "there are no exports of \(wanted)")
    }
    return sums.sorted { $0.key < $1.key }.map {
      Row(partner: partner, year: wanted, code: $0.key, value: $0.value)
    }
  }

  private func imports(
    of partner: String, _ year: String, file: String
  ) throws(RawFileError) -> [Row] {
    let raw = try RawTable(folder, file)
    let code = try raw.column("hs08")
    guard let thousands = raw.header.firstIndex(where: { $0.hasSuffix("(000USD)") }) else {
      throw RawFileError(file: file, line: 1, problem: "there is no column in 000USD")
    }
    var rows: [Row] = []
    for (line, fields) in raw.records {
      // A leading zero is lost in some rows.
      let digits = fields.field(code)
      rows.append(
        Row(
          partner: partner, year: year,
          code: String(repeating: "0", count: max(0, 8 - digits.count)) + digits,
          value: try whole(fields.field(thousands), file, line)))
    }
    return rows.sorted { $0.code < $1.code }
  }

  private func whole(
    _ text: String, _ file: String, _ line: Int
  ) throws(RawFileError) -> Int64 {
    let digits = text.filter { $0 != "," }
    guard let value = digits.isEmpty ? 0 : Double(digits), value >= 0, value < 1e15 else {
      throw RawFileError(file: file, line: line, problem: "'\(text)' is no value")
    }
    return Int64(value.rounded())
  }
}
