import TabularText

/// Cuts the text of a part into pieces of whole records.
struct RecordPieces {
  private let source: PartSource
  private let limits: ImportLimits
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var isFirst = true
  /// The number of the line on which the next piece begins.
  private var line = 1

  init(_ source: PartSource, limits: ImportLimits) {
    self.source = source
    self.limits = limits
  }

  /// The next piece with the line it begins on; `nil` at the end.
  mutating func next() throws(ImportError) -> (bytes: [UInt8], line: Int)? {
    var piece = rest
    rest = []
    var whole = 0
    while !isAtEnd, whole == 0 {
      let more = try source.next()
      if more.isEmpty {
        isAtEnd = true
        break
      }
      piece += more
      whole = piece.withUnsafeBufferPointer { CSVScanner.wholeRecords(in: $0) }
      guard whole > 0 || piece.count <= limits.recordBytes + (1 << 20) else {
        throw ImportError(
          "a record is longer than \(limits.recordBytes >> 20) MB; is a quote left open?",
          file: source.name, line: line)
      }
    }
    if isFirst {
      isFirst = false
      try checkEncoding(piece)
      if piece.starts(with: [0xEF, 0xBB, 0xBF]) {
        piece.removeFirst(3)
        whole = max(0, whole - 3)
      }
    }
    guard !piece.isEmpty else { return nil }
    if isAtEnd { whole = piece.count }
    rest = Array(piece[whole...])
    piece.removeSubrange(whole...)
    let start = line
    line += piece.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    return (piece, start)
  }

  private func checkEncoding(_ piece: [UInt8]) throws(ImportError) {
    if piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF]) {
      throw ImportError("is UTF-16 text; save it as UTF-8 CSV", file: source.name)
    }
    if piece.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw ImportError("is a zip or Excel file; save the table as CSV", file: source.name)
    }
    if piece.starts(with: Array("[[".utf8)) {
      throw ImportError("is JSON; ask the Census service for CSV output", file: source.name)
    }
  }
}
