public import TariffLaw

/// A table of columns inside an archive. Each column is one section named `TABLE/COLUMN` and is
/// decoded only when asked for.
public struct Table: Sendable {
  public let name: String
  private let archive: Archive

  public init(_ name: String, in archive: Archive) {
    self.name = name
    self.archive = archive
  }

  /// Integers, stored as varints of the zigzag difference to the one before.
  ///
  /// - Throws: ``ArchiveError`` when the column is missing, damaged or of another kind.
  public func integers(_ column: String) throws(ArchiveError) -> [Int64] {
    var reader = try open(column, kind: .integers)
    let count = try reader.count()
    var values: [Int64] = []
    values.reserveCapacity(count)
    var last: Int64 = 0
    for _ in 0..<count {
      let zigzag = try reader.varint()
      last &+= Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1)
      values.append(last)
    }
    return values
  }

  /// Binary floating-point numbers; NaN is unknown.
  public func doubles(_ column: String) throws(ArchiveError) -> [Double] {
    var reader = try open(column, kind: .doubles)
    let count = try reader.count()
    var values: [Double] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try reader.double()) }
    return values
  }

  /// Texts, stored once each with an index a row.
  public func texts(_ column: String) throws(ArchiveError) -> [String] {
    var reader = try open(column, kind: .texts)
    var distinct: [String] = []
    for _ in 0..<(try reader.count()) { distinct.append(try reader.text()) }
    let count = try reader.count()
    var values: [String] = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      let index = try reader.varint()
      guard index < UInt64(distinct.count) else { throw .damaged("\(name)/\(column): index") }
      values.append(distinct[Int(index)])
    }
    return values
  }

  /// How many rows a column of any kind has.
  ///
  /// - Throws: ``ArchiveError`` when the column is missing, damaged or of no known kind.
  package func rowCount(of column: String) throws(ArchiveError) -> Int {
    var reader = ByteReader(try archive.section("\(name)/\(column)"))
    switch ColumnKind(rawValue: try reader.integer(UInt8.self)) {
    case .integers, .doubles: return try reader.count()
    case .texts:
      // The distinct texts stand before the rows.
      for _ in 0..<(try reader.count()) { _ = try reader.text() }
      return try reader.count()
    case nil: throw .damaged("\(name)/\(column) is of no known kind")
    }
  }

  private func open(_ column: String, kind: ColumnKind) throws(ArchiveError) -> ByteReader {
    var reader = ByteReader(try archive.section("\(name)/\(column)"))
    guard try reader.integer(UInt8.self) == kind.rawValue else {
      throw .damaged("\(name)/\(column) is of another kind")
    }
    return reader
  }
}

/// How a column is stored.
enum ColumnKind: UInt8 {
  case integers = 1
  case doubles = 2
  case texts = 3
}
