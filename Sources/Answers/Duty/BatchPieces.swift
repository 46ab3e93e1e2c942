import TabularText

/// Cuts comma-separated text that comes in parts into pieces of whole records.
struct BatchPieces {
  /// What comes next, from the start of a record.
  private var rest: [UInt8] = []
  /// The number of the line on which the next piece begins.
  private var line = 1

  /// Bytes of a piece, unless the parts that come are larger.
  static let pieceSize = 4 << 20
  /// A record longer than this is refused.
  private static let recordLimit = 64 << 20

  /// Takes the next part of the text.
  ///
  /// - Returns: a piece with the line it begins on, when there is enough.
  mutating func add(_ part: [UInt8]) throws(RequestError) -> (bytes: [UInt8], line: Int)? {
    rest += part
    guard rest.count >= Self.pieceSize else { return nil }
    let whole = rest.withUnsafeBufferPointer { CSVScanner.wholeRecords(in: $0) }
    guard whole > 0 else {
      guard rest.count < Self.recordLimit else {
        throw RequestError(
          field: "--batch", message: "line \(line): a record is longer than 64 MB; is a quote open?"
        )
      }
      return nil
    }
    return take(whole)
  }

  /// What is left when all parts came; `nil` when nothing is.
  mutating func finish() -> (bytes: [UInt8], line: Int)? {
    rest.isEmpty ? nil : take(rest.count)
  }

  private mutating func take(_ whole: Int) -> (bytes: [UInt8], line: Int) {
    let piece = (bytes: Array(rest[..<whole]), line: line)
    rest.removeSubrange(..<whole)
    line += piece.bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    return piece
  }
}
