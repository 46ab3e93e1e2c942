/// An amount or quantity as official files write it.
package enum AmountText: Equatable {
  /// Hundredths of the unit: cents of dollars.
  case hundredths(Int)
  /// Withheld or not stated by the source.
  case unknown
  case negative
  /// More digits than any trade has.
  case tooLarge
  case unreadable

  /// Marks of what a source withholds or does not have: a value, not zero.
  package static let unknownMarks: Set<String> = ["", "(D)", "(S)", "(NA)", "NA", "N/A", "NULL"]

  /// The largest amount read, in hundredths: ten trillion units.
  static let limit = 1_000_000_000_000_000

  /// Reads digits with or without thousands separators in their places, a currency sign, and
  /// decimals; those past the second are rounded half up. Spaces around are ignored.
  ///
  /// `1.2E+07` is unreadable: a spreadsheet has rounded it.
  package init(_ field: UnsafeBufferPointer<UInt8>) {
    var bytes = field[...]
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    if bytes.count <= 6 {
      let text = String(decoding: bytes, as: UTF8.self).uppercased()
      if Self.unknownMarks.contains(text) {
        self = .unknown
        return
      }
    }
    var isNegative = false
    if bytes.first == UInt8(ascii: "-") {
      isNegative = true
      bytes.removeFirst()
    } else if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
      isNegative = true
      bytes.removeFirst()
      bytes.removeLast()
    }
    if bytes.first == UInt8(ascii: "$") { bytes.removeFirst() }
    guard let hundredths = Self.hundredths(bytes) else {
      self = .unreadable
      return
    }
    if hundredths > Self.limit {
      self = .tooLarge
    } else {
      self = isNegative && hundredths > 0 ? .negative : .hundredths(hundredths)
    }
  }

  private static func hundredths(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let whole = bytes.prefix { $0 != UInt8(ascii: ".") }
    guard let units = units(whole) else { return nil }
    let decimals = bytes[whole.endIndex...].dropFirst()
    guard bytes.count == whole.count || !decimals.isEmpty else { return nil }
    var cents = 0
    var roundsUp = false
    for (place, byte) in decimals.enumerated() {
      guard let digit = digit(byte) else { return nil }
      switch place {
      case 0: cents += digit * 10
      case 1: cents += digit
      case 2: roundsUp = digit >= 5
      default: break
      }
    }
    return units * 100 + cents + (roundsUp ? 1 : 0)
  }

  /// Whole units, capped above the limit; `nil` for a misplaced separator or another character.
  private static func units(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard !bytes.isEmpty else { return nil }
    var value = 0
    var inGroup = 0
    var groups = 0
    for byte in bytes {
      if byte == UInt8(ascii: ",") {
        guard groups == 0 ? (1...3).contains(inGroup) : inGroup == 3 else { return nil }
        groups += 1
        inGroup = 0
      } else if let digit = digit(byte) {
        value = min(value * 10 + digit, limit)
        inGroup += 1
      } else {
        return nil
      }
    }
    return groups == 0 || inGroup == 3 ? value : nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
  }
}
