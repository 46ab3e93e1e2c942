import TabularText

/// Cuts a stream of comma-separated text into pieces of whole records.
struct BatchReader {
  private let read: (Int) throws -> [UInt8]
  private var rest: [UInt8] = []
  private var isAtEnd = false
  /// The number of the line on which the next piece begins.
  private(set) var line = 1

  /// Bytes of a piece, unless one record is longer.
  private static let pieceSize = 4 << 20
  /// A record longer than this is refused.
  private static let recordLimit = 64 << 20

  /// - Parameter read: gives at most so many bytes, none at the end.
  init(_ read: @escaping (Int) throws -> [UInt8]) { self.read = read }

  /// The next piece with the line it begins on; `nil` at the end.
  mutating func next() throws -> (bytes: [UInt8], line: Int)? {
    var piece = rest
    rest = []
    var whole = 0
    while !isAtEnd, piece.count < Self.pieceSize || whole == 0 {
      let more = try read(Self.pieceSize)
      if more.isEmpty {
        isAtEnd = true
        break
      }
      piece += more
      whole = piece.withUnsafeBufferPointer { CSVScanner.wholeRecords(in: $0) }
      guard whole > 0 || piece.count < Self.recordLimit else {
        throw RequestError(
          field: "--batch", message: "line \(line): a record is longer than 64 MB; is a quote open?"
        )
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
}
