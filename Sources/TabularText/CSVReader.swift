/// Reads comma-separated text (RFC 4180) record by record.
///
/// Quoted fields may hold commas, quotes (doubled) and line breaks. A byte order mark is skipped,
/// `\r\n` and `\n` end a record, empty lines are skipped. Sizes are capped.
public struct CSVReader {
  /// Caps on what is read.
  public struct Limits: Sendable {
    public var fieldBytes = 1 << 20
    public var fields = 4096
    public init() {}
  }

  private let bytes: [UInt8]
  private let limits: Limits
  /// How many bytes were read.
  public private(set) var offset = 0
  /// The line on which the last record began, counting from 1.
  public private(set) var line = 0
  private var nextLine = 1
  /// How many line ends were read.
  public var linesRead: Int { nextLine - 1 }

  public init(_ bytes: [UInt8], limits: Limits = Limits()) {
    self.bytes = bytes
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next record, or `nil` at the end.
  ///
  /// - Throws: ``CSVError`` for an unclosed quote, text after a closing quote, or a cap exceeded.
  public mutating func next() throws(CSVError) -> [String]? {
    while offset < bytes.count, bytes[offset] == 0x0A || bytes[offset] == 0x0D {
      if bytes[offset] == 0x0A { nextLine += 1 }
      offset += 1
    }
    guard offset < bytes.count else { return nil }
    line = nextLine
    var record: [String] = []
    while true {
      record.append(try field(column: record.count + 1))
      guard record.count <= limits.fields else {
        throw CSVError(line: line, column: record.count, problem: .tooManyFields)
      }
      guard offset < bytes.count else { return record }
      let separator = bytes[offset]
      offset += 1
      if separator == UInt8(ascii: ",") { continue }
      if separator == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      nextLine += 1
      return record
    }
  }

  private mutating func field(column: Int) throws(CSVError) -> String {
    guard offset < bytes.count else { return "" }
    guard bytes[offset] == UInt8(ascii: "\"") else {
      let start = offset
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D { break }
        offset += 1
      }
      guard offset - start <= limits.fieldBytes else {
        throw CSVError(line: line, column: column, problem: .fieldTooLong)
      }
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    offset += 1
    var text: [UInt8] = []
    while true {
      guard offset < bytes.count else {
        throw CSVError(line: line, column: column, problem: .unclosedQuote)
      }
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") {
        guard offset < bytes.count, bytes[offset] == byte else { break }
        offset += 1
      } else if byte == 0x0A {
        nextLine += 1
      }
      text.append(byte)
      guard text.count <= limits.fieldBytes else {
        throw CSVError(line: line, column: column, problem: .fieldTooLong)
      }
    }
    if offset < bytes.count {
      let byte = bytes[offset]
      guard byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D else {
        throw CSVError(line: line, column: column, problem: .textAfterQuote)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
