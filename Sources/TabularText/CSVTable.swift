/// A whole comma-separated file with a header, for files small enough to hold.
public struct CSVTable {
  public let header: [String]
  /// Each record with the line it began on.
  public let records: [(line: Int, fields: [String])]

  /// - Throws: ``CSVError`` when the text is not well formed.
  public init(_ bytes: [UInt8]) throws(CSVError) {
    var reader = CSVReader(bytes)
    header = try reader.next() ?? []
    var records: [(line: Int, fields: [String])] = []
    while let fields = try reader.next() { records.append((reader.line, fields)) }
    self.records = records
  }

  /// The position of a column.
  ///
  /// - Throws: ``CSVError`` naming the column when the header lacks it.
  public func column(_ name: String) throws(CSVError) -> Int {
    guard let position = header.firstIndex(of: name) else {
      throw CSVError(line: 1, column: 0, problem: .missingColumn(name))
    }
    return position
  }

  /// The position of a column, or `nil` when the header lacks it.
  public func optionalColumn(_ name: String) -> Int? { header.firstIndex(of: name) }
}

extension [String] {
  /// The field at a position, empty when the record is short.
  public func field(_ position: Int?) -> String {
    guard let position, position < count else { return "" }
    return self[position]
  }
}
