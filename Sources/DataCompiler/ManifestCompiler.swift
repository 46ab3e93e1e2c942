import TabularText
import TariffLaw
import TradeData

/// Writes the manifest of a finished data folder from the files and the catalogue of provenance.
public struct ManifestCompiler: Sendable {
  private let output: OutputFolder

  public init(output: OutputFolder) { self.output = output }

  /// - Throws: ``RawFileError`` when a file or table of the catalogue is missing.
  public func compile(catalogue: [UInt8]) throws(RawFileError) -> [UInt8] {
    let list = try RawTable(file: "provenance.csv", bytes: catalogue)
    let columns = [
      try list.column("file"), try list.column("table"), try list.column("source"),
      try list.column("vintage"), try list.column("notes"),
    ]
    var files: [Manifest.File] = []
    for (_, fields) in list.records {
      let value = columns.map { fields.field($0) }
      let bytes = try output.read(value[0])
      if !files.contains(where: { $0.name == value[0] }) {
        files.append(
          Manifest.File(
            name: value[0], bytes: bytes.count,
            sha256: bytes.withUnsafeBytes { SHA256.hexadecimal($0) }, tables: []))
      }
      let table = Manifest.Table(
        name: value[1], source: value[2], vintage: value[3],
        rows: try rows(of: value[1], in: value[0], bytes), notes: value[4])
      if let index = files.firstIndex(where: { $0.name == value[0] }) {
        files[index].tables.append(table)
      }
    }
    return Manifest(files: files).bytes
  }

  /// The rows of a table: its first column says; law and actions count measures and files.
  private func rows(
    of table: String, in file: String, _ bytes: [UInt8]
  ) throws(RawFileError) -> Int {
    do {
      let archive = try Archive(Bytes(bytes))
      if file == "schedule.tarifa" { return try Schedule(archive).rowCount }
      if file == "law.tarifa", table.hasSuffix("/schedule") {
        return try Schedule(Archive(archive.section(table))).rowCount
      }
      if file == "law.tarifa" { return try Regime(decoding: archive.section(table)).measures.count }
      guard let column = archive.names.first(where: { $0.hasPrefix(table + "/") }) else {
        return archive.names.count
      }
      return try Table(table, in: archive).rowCount(of: String(column.dropFirst(table.count + 1)))
    } catch {
      throw RawFileError(file: file, problem: "\(error)")
    }
  }
}
