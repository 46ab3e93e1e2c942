/// Finds the fields of comma-separated text in place, for files too large to make a text of every
/// field. What it accepts is what ``CSVReader`` accepts.
public struct CSVScanner {
  /// Where a field lies in the bytes.
  public struct Field {
    public let range: Range<Int>
    /// Whether it holds doubled quotes, so that its text is shorter than its bytes.
    public let hasQuotes: Bool
  }

  /// How far reading has come.
  struct Place {
    var offset = 0
    /// The number of the line, counting from 1.
    var line = 1
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: CSVReader.Limits
  private(set) var place: Place
  /// The line on which the last record began, counting from `firstLine`.
  public private(set) var line = 0

  /// - Parameter firstLine: the number of the first line, for a piece of a larger file.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int = 1,
    limits: CSVReader.Limits = CSVReader.Limits()
  ) {
    self.init(bytes, from: Place(line: firstLine), limits: limits)
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, from place: Place, limits: CSVReader.Limits) {
    self.bytes = bytes
    self.limits = limits
    self.place = place
  }

  /// Replaces the fields by those of the next record.
  ///
  /// - Returns: whether there was one.
  /// - Throws: ``CSVError`` for an unclosed quote, text after a closing quote, or a cap exceeded.
  public mutating func next(into fields: inout [Field]) throws(CSVError) -> Bool {
    fields.removeAll(keepingCapacity: true)
    while place.offset < bytes.count, bytes[place.offset] == 0x0A || bytes[place.offset] == 0x0D {
      if bytes[place.offset] == 0x0A { place.line += 1 }
      place.offset += 1
    }
    guard place.offset < bytes.count else { return false }
    line = place.line
    while true {
      fields.append(try field(column: fields.count + 1))
      guard fields.count <= limits.fields else {
        throw CSVError(line: line, column: fields.count, problem: .tooManyFields)
      }
      guard place.offset < bytes.count else { return true }
      let separator = bytes[place.offset]
      place.offset += 1
      if separator == UInt8(ascii: ",") { continue }
      if separator == 0x0A {
        place.line += 1
      } else if place.offset < bytes.count, bytes[place.offset] == 0x0A {
        place.offset += 1
        place.line += 1
      }
      return true
    }
  }

  private mutating func field(column: Int) throws(CSVError) -> Field {
    guard place.offset < bytes.count, bytes[place.offset] == UInt8(ascii: "\"") else {
      let start = place.offset
      while place.offset < bytes.count {
        let byte = bytes[place.offset]
        if byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D { break }
        place.offset += 1
      }
      guard place.offset - start <= limits.fieldBytes else {
        throw CSVError(line: line, column: column, problem: .fieldTooLong)
      }
      return Field(range: start..<place.offset, hasQuotes: false)
    }
    place.offset += 1
    let start = place.offset
    var hasQuotes = false
    while true {
      guard place.offset < bytes.count else {
        throw CSVError(line: line, column: column, problem: .unclosedQuote)
      }
      let byte = bytes[place.offset]
      place.offset += 1
      if byte == UInt8(ascii: "\"") {
        guard place.offset < bytes.count, bytes[place.offset] == byte else { break }
        hasQuotes = true
        place.offset += 1
      } else if byte == 0x0A {
        place.line += 1
      }
    }
    let range = start..<place.offset - 1
    guard range.count <= limits.fieldBytes else {
      throw CSVError(line: line, column: column, problem: .fieldTooLong)
    }
    if place.offset < bytes.count {
      let byte = bytes[place.offset]
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
  ///
  /// - Parameter bytes: from the start of a record; a byte order mark there is skipped.
  public static func wholeRecords(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var isQuoted = false
    // A quote in the middle of a field is text; one after a closing quote opens it again.
    var opensQuote = true
    var end = 0
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for position in start..<bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        if isQuoted || opensQuote { isQuoted.toggle() }
      case UInt8(ascii: ","), 0x0D: opensQuote = true
      case 0x0A:
        opensQuote = true
        if !isQuoted { end = position + 1 }
      default:
        if !isQuoted { opensQuote = false }
      }
    }
    return end
  }
}
