import TabularText

/// A small CSV file that says something of the files to import: a manifest or a map.
struct ListFile {
  let name: String
  let sha256: String
  let records: [(line: Int, fields: [String])]
  private let header: [String]

  /// - Throws: ``ImportError`` when it cannot be read, is too large, or not well formed.
  init(path: String, limits: ImportLimits) throws(ImportError) {
    let source = try PartSource(path: path, limits: limits)
    name = source.name
    var bytes: [UInt8] = []
    while true {
      let piece = try source.next()
      if piece.isEmpty { break }
      bytes += piece
      guard bytes.count <= limits.listBytes else {
        throw ImportError("is larger than \(limits.listBytes >> 20) MB", file: source.name)
      }
    }
    var hash = ContentHash()
    hash.update(bytes)
    sha256 = hash.finish()
    do {
      let table = try CSVTable(bytes)
      header = table.header.map { $0.lowercased() }
      records = table.records
    } catch {
      throw ImportError("\(error)", file: source.name)
    }
    for (line, fields) in records where fields.count != header.count {
      throw ImportError(
        "the record has \(fields.count) fields, the header \(header.count)", file: name,
        line: line)
    }
  }

  func column(_ name: String) throws(ImportError) -> Int {
    guard let position = header.firstIndex(of: name) else {
      throw ImportError(
        "there is no column '\(name)' in the header", file: self.name, line: 1)
    }
    return position
  }

  func optionalColumn(_ name: String) -> Int? { header.firstIndex(of: name) }
}
