/// Writes comma-separated text.
///
/// A field that a spreadsheet would take for a formula (it begins with `=`, `+`, `-` or `@` and is
/// not a number, or with a tab or carriage return) is written with a leading apostrophe.
public struct CSVWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func append(_ record: some Sequence<String>) {
    let start = bytes.count
    var first = true
    for field in record {
      if !first { bytes.append(UInt8(ascii: ",")) }
      first = false
      append(field: field)
    }
    // One empty field would be an empty line, which readers skip.
    if !first, bytes.count == start { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    bytes.append(0x0A)
  }

  /// Hands over what was written so far, for streaming.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(field: String) {
    let guarded = CSVWriter.looksLikeFormula(field) ? "'" + field : field
    // A byte order mark at the start of a file would be taken off it.
    let mustQuote =
      guarded.utf8.starts(with: [0xEF, 0xBB, 0xBF])
      || guarded.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
      }
    guard mustQuote else {
      bytes.append(contentsOf: guarded.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in guarded.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func looksLikeFormula(_ field: String) -> Bool {
    guard let first = field.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isDecimal(field)
    default: return false
    }
  }

  /// A number as a spreadsheet writes it; to Swift `-inf` and `-0x1` are numbers too.
  private static func isDecimal(_ field: String) -> Bool {
    let isPlain = field.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"),
        UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return isPlain && Double(field) != nil
  }
}
