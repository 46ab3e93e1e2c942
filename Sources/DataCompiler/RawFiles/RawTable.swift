import TabularText

/// A raw comma-separated file with named columns.
struct RawTable {
  let file: String
  private let table: CSVTable

  init(_ folder: RawFolder, _ file: String) throws(RawFileError) {
    try self.init(file: file, bytes: folder.bytes(file))
  }

  init(file: String, bytes: [UInt8]) throws(RawFileError) {
    self.file = file
    do {
      table = try CSVTable(bytes)
    } catch {
      throw RawFileError(file: file, problem: "\(error)")
    }
  }

  /// The names of the columns.
  var header: [String] { table.header }

  var records: [(line: Int, fields: [String])] { table.records }

  /// The position of a column.
  func column(_ name: String) throws(RawFileError) -> Int {
    guard let position = table.optionalColumn(name) else {
      throw RawFileError(file: file, line: 1, problem: "there is no column '\(name)'")
    }
    return position
  }

  /// The position of a column, or `nil` when the file lacks it.
  func optionalColumn(_ name: String) -> Int? { table.optionalColumn(name) }
}
