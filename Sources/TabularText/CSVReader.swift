/// Reads comma-separated text (RFC 4180) record by record.
///
/// Quoted fields may hold commas, quotes (doubled) and line breaks. A byte order mark is skipped,
/// `\r\n`, `\n` and `\r` end a record, empty lines are skipped. A line, where one is told, is what `\n`
/// ends. Sizes are capped.
public struct CSVReader {
  /// Caps on what is read.
  public struct Limits: Sendable {
    public var fieldBytes = 1 << 20
    public var fields = 4096
    public init() {}
  }

  private let bytes: [UInt8]
  private let limits: Limits
  private var place = CSVScanner.Place()
  /// The line on which the last record began, counting from 1.
  public private(set) var line = 0

  public init(_ bytes: [UInt8], limits: Limits = Limits()) {
    self.bytes = bytes
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place.offset = 3 }
  }

  /// How many bytes were read.
  public var offset: Int { place.offset }

  /// How many line ends were read.
  public var linesRead: Int { place.line - 1 }

  /// The next record, or `nil` at the end.
  ///
  /// - Throws: ``CSVError`` for an unclosed quote, text after a closing quote, or a cap exceeded.
  public mutating func next() throws(CSVError) -> [String]? {
    let start = place
    let read = bytes.withUnsafeBufferPointer { buffer -> Result<Read?, CSVError> in
      var scanner = CSVScanner(buffer, from: start, limits: limits)
      var fields: [CSVScanner.Field] = []
      do throws(CSVError) {
        guard try scanner.next(into: &fields) else { return .success(nil) }
      } catch {
        return .failure(error)
      }
      return .success(
        Read(record: fields.map(scanner.text), line: scanner.line, end: scanner.place))
    }
    guard let found = try read.get() else { return nil }
    line = found.line
    place = found.end
    return found.record
  }

  /// One record and where reading stands after it.
  private struct Read {
    let record: [String]
    let line: Int
    let end: CSVScanner.Place
  }
}
