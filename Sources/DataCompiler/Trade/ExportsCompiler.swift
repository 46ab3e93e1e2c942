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
    var isEstimate = false
  }

  /// One row of the catalogue.
  private struct Source {
    let partner: String
    let year: String
    let exports: String
    let code: String
    let value: String
    /// The column of years to choose from; empty for a file of one year.
    let yearColumn: String
    /// Dollars that the file's values are scaled to, as announced; empty where they stand as they are.
    let total: String
    let imports: String
  }

  /// - Throws: ``RawFileError`` naming the file and the line.
  public func compile() throws(RawFileError) -> [UInt8] {
    let list = try RawTable(file: "exports.csv", bytes: catalogue)
    let names = [
      "partner", "year", "exports", "code", "value", "year-column", "total", "imports",
    ]
    var positions: [Int] = []
    for name in names { positions.append(try list.column(name)) }
    var exports: [Row] = []
    var imports: [Row] = []
    for (_, fields) in list.records {
      let field = positions.map { fields.field($0) }
      let source = Source(
        partner: field[0], year: field[1], exports: field[2], code: field[3], value: field[4],
        yearColumn: field[5], total: field[6], imports: field[7])
      exports += try self.exports(source)
      if !source.imports.isEmpty {
        imports += try self.imports(of: source.partner, source.year, file: source.imports)
      }
    }
    var writer = TableWriter()
    for (name, code, rows) in [("exports", "hs6", exports), ("partner-imports", "hs8", imports)] {
      writer.add(name, "partner", texts: rows.map(\.partner))
      writer.add(name, "year", integers: rows.map { Int64($0.year) ?? 0 })
      writer.add(name, code, texts: rows.map(\.code))
      writer.add(name, "value", integers: rows.map(\.value))
      writer.add(name, "estimate", integers: rows.map { $0.isEstimate ? 1 : 0 })
    }
    do {
      return try writer.finish()
    } catch {
      throw RawFileError(file: "exports", problem: "\(error)")
    }
  }

  private func exports(_ source: Source) throws(RawFileError) -> [Row] {
    let raw = try RawTable(folder, source.exports)
    let year = source.yearColumn.isEmpty ? nil : try raw.column(source.yearColumn)
    let code = try raw.column(source.code)
    let dollars = try raw.column(source.value)
    var sums: [String: Int64] = [:]
    for (line, fields) in raw.records {
      if let year, fields.field(year) != source.year { continue }
      sums[fields.field(code), default: 0] += try whole(fields.field(dollars), raw.file, line)
    }
    let sum = sums.values.reduce(0, +)
    guard sum > 0 else {
      throw RawFileError(file: source.exports, problem: "there are no exports of \(source.year)")
    }
    var factor = 1.0
    if !source.total.isEmpty {
      guard let total = Double(source.total), total > 0 else {
        throw RawFileError(file: "exports.csv", problem: "'\(source.total)' is no total")
      }
      factor = total / Double(sum)
    }
    return sums.sorted { $0.key < $1.key }.map {
      Row(
        partner: source.partner, year: source.year, code: $0.key,
        value: Int64((Double($0.value) * factor).rounded()), isEstimate: !source.total.isEmpty)
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
