import TariffLaw
import TradeData

/// Compiles what was claimed in a year: the share of imports entered under a preference programme,
/// and who the members of the blocks of the flows are, so that their law can be looked up.
public struct ClaimsCompiler: Sendable {
  private let folder: RawFolder
  private let catalogue: [UInt8]
  private let blocks: [UInt8]

  /// - Parameters:
  ///   - catalogue: `sources/programme-use.csv`: a file of shares with the names of its columns and
  ///     of what is claimed.
  ///   - blocks: `sources/flow-blocks.csv`: `census, name, members`.
  public init(folder: RawFolder, catalogue: [UInt8], blocks: [UInt8]) {
    self.folder = folder
    self.catalogue = catalogue
    self.blocks = blocks
  }

  /// Shares are kept in units of 10^-10.
  private static let scale = 1e10

  /// - Throws: ``RawFileError`` for a code or share that cannot be read, or a share outside 0 to 1.
  public func compile() throws(RawFileError) -> [UInt8] {
    var writer = TableWriter()
    try addUse(to: &writer)
    try addBlocks(to: &writer)
    return try TradeCompiler(folder: folder).finish(writer, "claims-2024")
  }

  private struct Row {
    let code: Int64
    let origin: String
    let claim: String
    let units: Int64
  }

  /// Shares by ten-digit code and origin. A share of zero is left out: a file lists every code for
  /// its origins, so that a code without a row was not entered under the programme.
  private func addUse(to writer: inout TableWriter) throws(RawFileError) {
    let list = try RawTable(file: "programme-use.csv", bytes: catalogue)
    let file = try list.column("file")
    let names = [try list.column("code"), try list.column("origin"), try list.column("share")]
    let claim = try list.column("claim")
    var rows: [Row] = []
    for (_, fields) in list.records {
      rows += try use(
        RawTable(folder, fields.field(file)), names.map { fields.field($0) },
        claim: fields.field(claim))
    }
    rows.sort { ($0.code, $0.origin) < ($1.code, $1.origin) }
    for (row, next) in zip(rows, rows.dropFirst())
    where row.code == next.code && row.origin == next.origin {
      throw RawFileError(
        file: "programme-use.csv", problem: "a code has two shares for origin \(row.origin)")
    }
    writer.add("programme-use", "code", integers: rows.map(\.code))
    writer.add("programme-use", "origin", texts: rows.map(\.origin))
    writer.add("programme-use", "claim", texts: rows.map(\.claim))
    writer.add("programme-use", "share", integers: rows.map(\.units))
  }

  private func use(
    _ raw: RawTable, _ names: [String], claim: String
  ) throws(RawFileError) -> [Row] {
    let code = try raw.column(names[0])
    let origin = try raw.column(names[1])
    let share = try raw.column(names[2])
    var rows: [Row] = []
    for (line, fields) in raw.records {
      guard let value = Double(fields.field(share)), (0...1).contains(value) else {
        throw RawFileError(file: raw.file, line: line, problem: "a share is a number from 0 to 1")
      }
      do {
        let hts = try HTSCode(fields.field(code))
        let units = Int64((value * Self.scale).rounded())
        if units > 0 {
          rows.append(
            Row(
              code: Int64(bitPattern: hts.raw), origin: fields.field(origin), claim: claim,
              units: units))
        }
      } catch {
        throw RawFileError(file: raw.file, line: line, problem: "\(error)")
      }
    }
    return rows
  }

  private func addBlocks(to writer: inout TableWriter) throws(RawFileError) {
    let list = try RawTable(file: "flow-blocks.csv", bytes: blocks)
    let census = try list.column("census")
    let name = try list.column("name")
    let members = try list.column("members")
    for (line, fields) in list.records {
      for member in fields.field(members).split(separator: " ") where CountryCode(member) == nil {
        throw RawFileError(
          file: list.file, line: line, problem: "'\(member)' is no two-letter country code")
      }
    }
    writer.add("blocks", "census", texts: list.records.map { $0.fields.field(census) })
    writer.add("blocks", "name", texts: list.records.map { $0.fields.field(name) })
    writer.add("blocks", "members", texts: list.records.map { $0.fields.field(members) })
  }
}
