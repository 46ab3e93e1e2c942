/// Reads one JSON document from bytes, by recursive descent no deeper than its limit.
struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: JSONLimits
  private var offset = 0
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func document() throws(JSONError) -> JSONValue {
    guard bytes.count <= limits.bytes else {
      throw error(.tooLarge(limit: limits.bytes), at: 0)
    }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw error(.byteOrderMark, at: 0) }
    skipSpace()
    guard offset < bytes.count else { throw error(.empty, at: 0) }
    let value = try value()
    skipSpace()
    guard offset == bytes.count else { throw error(.moreAfterEnd, at: offset) }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    guard let byte = peek else { throw error(.unfinished("a list or object"), at: offset) }
    switch byte {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw unexpected("a value")
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < limits.depth else { throw error(.tooDeep(limit: limits.depth), at: offset) }
    depth += 1
    offset += 1
    skipSpace()
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    var names: Set<String> = []
    if take("}") { return .object(members) }
    while true {
      guard let byte = peek else { throw error(.unfinished("an object"), at: offset) }
      guard byte == UInt8(ascii: "\"") else { throw unexpected("a name in double quotes") }
      let start = offset
      let name = try string()
      guard names.insert(name).inserted else { throw error(.duplicateName(name), at: start) }
      skipSpace()
      guard peek != nil else { throw error(.unfinished("an object"), at: offset) }
      guard take(":") else { throw unexpected("':' after a name") }
      skipSpace()
      members.append((name, try value()))
      skipSpace()
      if take("}") { return .object(members) }
      guard peek != nil else { throw error(.unfinished("an object"), at: offset) }
      guard take(",") else { throw unexpected("',' or '}'") }
      skipSpace()
    }
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    var items: [JSONValue] = []
    if take("]") { return .array(items) }
    while true {
      items.append(try value())
      skipSpace()
      if take("]") { return .array(items) }
      guard peek != nil else { throw error(.unfinished("a list"), at: offset) }
      guard take(",") else { throw unexpected("',' or ']'") }
      skipSpace()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[offset...].starts(with: word.utf8) else { throw unexpected("a value") }
    offset += word.utf8.count
    return value
  }

  /// The digits as they stand.
  private mutating func number() throws(JSONError) -> String {
    let start = offset
    func isDigit(_ byte: UInt8?) -> Bool {
      byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
    func digits(_ parser: inout JSONParser) -> Bool {
      let first = parser.offset
      while isDigit(parser.peek) { parser.offset += 1 }
      return parser.offset > first
    }
    _ = take("-")
    // A leading zero stands alone.
    var isGood = take("0") ? !isDigit(peek) : digits(&self)
    if isGood, take(".") { isGood = digits(&self) }
    if isGood, take("e") || take("E") {
      if !take("+") { _ = take("-") }
      isGood = digits(&self)
    }
    guard isGood else { throw error(.badNumber, at: start) }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func string() throws(JSONError) -> String {
    let start = offset
    offset += 1
    var text = ""
    var piece = offset
    while true {
      guard let byte = peek else { throw error(.unfinished("a string"), at: start) }
      switch byte {
      case UInt8(ascii: "\""):
        text += try decoded(piece..<offset)
        offset += 1
        return text
      case UInt8(ascii: "\\"):
        text += try decoded(piece..<offset)
        text.unicodeScalars.append(try escape())
        piece = offset
      case 0..<0x20: throw error(.controlCharacter, at: offset)
      default: offset += 1
      }
    }
  }

  private func decoded(_ range: Range<Int>) throws(JSONError) -> String {
    let piece = UnsafeBufferPointer(rebasing: bytes[range])
    if let text = String(validating: piece, as: UTF8.self) { return text }
    // The first bytes that do not stand for a character.
    var place = range.lowerBound
    var decoder = UTF8()
    var iterator = piece.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      place += UTF8.width(scalar)
    }
    throw error(.notUTF8, at: place)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    guard let byte = peek else { throw error(.unfinished("a string"), at: start) }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw error(.badEscape, at: start)
    }
    let first = try hexadecimal(start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\"), take("u") else { throw error(.loneSurrogate, at: start) }
    let second = try hexadecimal(offset - 2)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func hexadecimal(_ start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek else { throw error(.unfinished("a string"), at: start) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error(.badEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: scalar) else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private func unexpected(_ expected: String) -> JSONError {
    guard let byte = peek else { return error(.unfinished("a list or object"), at: offset) }
    let found =
      (0x21..<0x7F).contains(byte)
      ? "'\(Character(Unicode.Scalar(byte)))'" : "a character that cannot stand here"
    return error(.unexpected(found: found, expected: expected), at: offset)
  }

  private func error(_ problem: JSONError.Problem, at place: Int) -> JSONError {
    var (line, column) = (1, 1)
    for byte in bytes[..<place] {
      if byte == 0x0A {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        // A byte that continues a character does not count.
        column += 1
      }
    }
    return JSONError(line: line, column: column, problem: problem)
  }
}
