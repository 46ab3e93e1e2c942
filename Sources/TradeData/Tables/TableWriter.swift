public import TariffLaw

/// Writes the columns of a ``Table`` into an archive and refuses what does not read back.
public struct TableWriter: Sendable {
  private var writer = ArchiveWriter()
  /// Rows of each table, in the order added.
  public private(set) var rows: [(table: String, rows: Int)] = []
  private var expected: [(table: String, column: String, values: Values)] = []

  private enum Values: Sendable {
    case integers([Int64])
    case doubles([Double])
    case texts([String])

    var count: Int {
      switch self {
      case .integers(let values): values.count
      case .doubles(let values): values.count
      case .texts(let values): values.count
      }
    }
  }

  public init() {}

  public mutating func add(_ table: String, _ column: String, integers: [Int64]) {
    var bytes = ByteWriter()
    bytes.append(ColumnKind.integers.rawValue)
    bytes.append(varint: UInt64(integers.count))
    var last: Int64 = 0
    for value in integers {
      let step = value &- last
      bytes.append(varint: UInt64(bitPattern: (step << 1) ^ (step >> 63)))
      last = value
    }
    add(table, column, bytes, .integers(integers))
  }

  public mutating func add(_ table: String, _ column: String, doubles: [Double]) {
    var bytes = ByteWriter()
    bytes.append(ColumnKind.doubles.rawValue)
    bytes.append(varint: UInt64(doubles.count))
    for value in doubles { bytes.append(value) }
    add(table, column, bytes, .doubles(doubles))
  }

  public mutating func add(_ table: String, _ column: String, texts: [String]) {
    var bytes = ByteWriter()
    bytes.append(ColumnKind.texts.rawValue)
    let distinct = Set(texts).sorted()
    let index = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    bytes.append(varint: UInt64(distinct.count))
    for text in distinct { bytes.append(text: text) }
    bytes.append(varint: UInt64(texts.count))
    for text in texts { bytes.append(varint: UInt64(index[text] ?? 0)) }
    add(table, column, bytes, .texts(texts))
  }

  private mutating func add(
    _ table: String, _ column: String, _ bytes: ByteWriter, _ values: Values
  ) {
    writer.add("\(table)/\(column)", bytes.bytes)
    expected.append((table, column, values))
    if let index = rows.firstIndex(where: { $0.table == table }) {
      precondition(rows[index].rows == values.count, "columns of \(table) differ in length")
    } else {
      rows.append((table, values.count))
    }
  }

  /// The archive.
  ///
  /// - Throws: ``ArchiveError`` when a column does not read back as it was written.
  public func finish() throws(ArchiveError) -> [UInt8] {
    let bytes = writer.finish()
    let archive = try Archive(Bytes(bytes))
    for (name, column, values) in expected {
      let table = Table(name, in: archive)
      let same =
        switch values {
        case .integers(let values): try table.integers(column) == values
        case .doubles(let values):
          try table.doubles(column).map(\.bitPattern) == values.map(\.bitPattern)
        case .texts(let values): try table.texts(column) == values
        }
      guard same else { throw .damaged("\(name)/\(column) does not read back") }
    }
    return bytes
  }
}
