import TariffLaw

/// Reads the plain spellings of fields from bytes; anything else is `nil` and left to the careful
/// readers, which say what is wrong.
enum PlainFields {
  static func code(_ bytes: UnsafeBufferPointer<UInt8>) -> HTSCode? {
    var digits: UInt64 = 0
    var count = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + UInt64(byte &- UInt8(ascii: "0"))
        count += 1
        if count > 10 { return nil }
      case UInt8(ascii: "."):
        guard count == 4 || count == 6 || count == 8 else { return nil }
      default: return nil
      }
    }
    guard count == 8 || count == 10, bytes[bytes.count - 1] != UInt8(ascii: ".") else {
      return nil
    }
    return HTSCode(digits: digits, length: count)
  }

  static func country(_ bytes: UnsafeBufferPointer<UInt8>) -> CountryCode? {
    guard bytes.count == 2 else { return nil }
    return CountryCode(letters: bytes[0], bytes[1])
  }

  static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for position in range {
        let digit = bytes[position] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }

  /// Digits with at most one point; no sign, no grouping.
  static func amount(_ bytes: UnsafeBufferPointer<UInt8>) -> Fraction? {
    var value = 0
    var scale = 1
    var digits = 0
    var hasPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !hasPoint, digits > 0 {
        hasPoint = true
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10, digits < 15 else { return nil }
      value = value * 10 + Int(digit)
      digits += 1
      if hasPoint { scale *= 10 }
    }
    guard digits > 0, bytes[bytes.count - 1] != UInt8(ascii: ".") else { return nil }
    return scale == 1 ? Fraction(value) : Fraction(value, over: scale)
  }
}
