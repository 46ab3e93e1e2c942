/// Finds the fields of comma-separated text in place, for files too large to make a text of every
/// field. What it accepts is what ``CSVReader`` accepts.
public struct CSVScanner {
  /// Where a field lies in the bytes.
  public struct Field {
    public let range: Range<Int>
    /// Whether it holds doubled quotes, so that its text is shorter than its bytes.
    public let hasQuotes: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: CSVReader.Limits
  private var offset = 0
  /// The line on which the last record began, counting from `firstLine`.
  public private(set) var line = 0
  private var nextLine: Int

  /// - Parameter firstLine: the number of the first line, for a piece of a larger file.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int = 1,
    limits: CSVReader.Limits = CSVReader.Limits()
  ) {
    self.bytes = bytes
    self.limits = limits
    nextLine = firstLine
  }

  /// Replaces the fields by those of the next record.
  ///
  /// - Returns: whether there was one.
  /// - Throws: ``CSVError`` for an unclosed quote, text after a closing quote, or a cap exceeded.
  public mutating func next(into fields: inout [Field]) throws(CSVError) -> Bool {
    fields.removeAll(keepingCapacity: true)
    while offset < bytes.count, bytes[offset] == 0x0A || bytes[offset] == 0x0D {
      if bytes[offset] == 0x0A { nextLine += 1 }
      offset += 1
    }
    guard offset < bytes.count else { return false }
    line = nextLine
    while true {
      fields.append(try field(column: fields.count + 1))
      guard fields.count <= limits.fields else {
        throw CSVError(line: line, column: fields.count, problem: .tooManyFields)
      }
      guard offset < bytes.count else { return true }
      let separator = bytes[offset]
      offset += 1
      if separator == UInt8(ascii: ",") { continue }
      if separator == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      nextLine += 1
      return true
    }
  }

  private mutating func field(column: Int) throws(CSVError) -> Field {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      let start = offset
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D { break }
        offset += 1
      }
      guard offset - start <= limits.fieldBytes else {
        throw CSVError(line: line, column: column, problem: .fieldTooLong)
      }
      return Field(range: start..<offset, hasQuotes: false)
    }
    offset += 1
    let start = offset
    var hasQuotes = false
    while true {
      guard offset < bytes.count else {
        throw CSVError(line: line, column: column, problem: .unclosedQuote)
      }
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") {
        guard offset < bytes.count, bytes[offset] == byte else { break }
        hasQuotes = true
        offset += 1
      } else if byte == 0x0A {
        nextLine += 1
      }
    }
    let range = start..<offset - 1
    guard range.count <= limits.fieldBytes else {
      throw CSVError(line: line, column: column, problem: .fieldTooLong)
    }
    if offset < bytes.count {
      let byte = bytes[offset]
      guard byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D else {
        throw CSVError(line: line, column: column, problem: .textAfterQuote)
      }
    }
    return Field(range: range, hasQuotes: hasQuotes)
  }

  /// The bytes of a field as they stand.
  public func bytes(_ field: Field) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[field.range])
  }

  /// The text of a field.
  public func text(_ field: Field) -> String {
    guard field.hasQuotes else { return String(decoding: bytes(field), as: UTF8.self) }
    var text: [UInt8] = []
    var skip = false
    for byte in bytes(field) {
      if byte == UInt8(ascii: "\""), !skip {
        skip = true
        text.append(byte)
      } else if !skip {
        text.append(byte)
      } else {
        skip = false
        if byte != UInt8(ascii: "\"") { text.append(byte) }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// How many of the bytes hold whole records, when more may follow: up to the last line end outside
  /// quotes. Zero when there is none.
  public static func wholeRecords(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var isQuoted = false
    var end = 0
    for (position, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == 0x0A, !isQuoted {
        end = position + 1
      }
    }
    return end
  }
}
