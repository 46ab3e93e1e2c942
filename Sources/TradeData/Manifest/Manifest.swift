import TabularText
public import TariffLaw

/// What is shipped: each table with its source, vintage and size, each file with its hash.
public struct Manifest: Sendable {
  /// A shipped file.
  public struct File: Hashable, Sendable {
    public let name: String
    public let bytes: Int
    public let sha256: String
    public package(set) var tables: [Table]

    package init(name: String, bytes: Int, sha256: String, tables: [Table]) {
      self.name = name
      self.bytes = bytes
      self.sha256 = sha256
      self.tables = tables
    }
  }

  /// A table of a file.
  public struct Table: Hashable, Sendable {
    public let name: String
    /// The official source.
    public let source: String
    public let vintage: String
    public let rows: Int
    /// What a reader must know: estimates, figures from memory, gaps.
    public let notes: String

    package init(name: String, source: String, vintage: String, rows: Int, notes: String) {
      self.name = name
      self.source = source
      self.vintage = vintage
      self.rows = rows
      self.notes = notes
    }
  }

  /// In the order of their names.
  public let files: [File]

  package static let header = [
    "file", "bytes", "sha256", "table", "rows", "source", "vintage", "notes",
  ]

  package init(files: [File]) { self.files = files.sorted { $0.name < $1.name } }

  /// Reads `MANIFEST.csv`.
  ///
  /// - Throws: `CSVError` or ``ArchiveError`` when it is damaged.
  public init(_ bytes: [UInt8]) throws {
    let table = try CSVTable(bytes)
    let columns = try Self.header.map { try table.column($0) }
    var files: [File] = []
    for (line, fields) in table.records {
      let value = columns.map { fields.field($0) }
      guard let size = Int(value[1]), let rows = Int(value[4]) else {
        throw ArchiveError.damaged("MANIFEST.csv, line \(line)")
      }
      if files.last?.name != value[0] {
        files.append(File(name: value[0], bytes: size, sha256: value[2], tables: []))
      }
      files[files.count - 1].tables.append(
        Table(name: value[3], source: value[5], vintage: value[6], rows: rows, notes: value[7]))
    }
    self.files = files
  }

  /// The text of `MANIFEST.csv`.
  package var bytes: [UInt8] {
    var writer = CSVWriter()
    writer.append(Self.header)
    for file in files {
      for table in file.tables {
        writer.append([
          file.name, "\(file.bytes)", file.sha256, table.name, "\(table.rows)", table.source,
          table.vintage, table.notes,
        ])
      }
    }
    return writer.bytes
  }

  /// A line for each file whose bytes are missing or differ; empty when all are intact.
  public func faults(_ bytes: (String) -> Bytes?) -> [String] {
    files.compactMap { file in
      guard let held = bytes(file.name) else { return "\(file.name): missing" }
      guard held.count == file.bytes else {
        return "\(file.name): \(held.count) bytes, the manifest says \(file.bytes)"
      }
      let hash = held.withUnsafeBytes { SHA256.hexadecimal($0) }
      return hash == file.sha256 ? nil : "\(file.name): the hash differs from the manifest"
    }
  }
}
