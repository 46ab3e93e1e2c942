/// Reads the plain spellings of fields from bytes; anything else is `nil` and left to the careful
/// readers, which say what is wrong.
package enum PlainFields {
  package static func code(_ bytes: UnsafeBufferPointer<UInt8>) -> HTSCode? {
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

  package static func country(_ bytes: UnsafeBufferPointer<UInt8>) -> CountryCode? {
    guard bytes.count == 2 else { return nil }
    return CountryCode(letters: bytes[0], bytes[1])
  }

  package static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
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

  /// The number that ``decimal(_:)`` reads.
  package static func amount(_ bytes: UnsafeBufferPointer<UInt8>) -> Fraction? {
    guard let (digits, places) = decimal(bytes) else { return nil }
    return Fraction(digits, places: places)
  }

  /// Up to fifteen digits with at most one point, and how many of them are decimals; no sign, no grouping.
  package static func decimal(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (digits: Int64, places: UInt8)? {
    var value: Int64 = 0
    var places: UInt8 = 0
    var digits = 0
    var hasPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !hasPoint, digits > 0 {
        hasPoint = true
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10, digits < 15 else { return nil }
      value = value * 10 + Int64(digit)
      digits += 1
      if hasPoint { places += 1 }
    }
    guard digits > 0, bytes[bytes.count - 1] != UInt8(ascii: ".") else { return nil }
    return (value, places)
  }

  /// Writes a field as it stands.
  ///
  /// - Returns: whether it is plain; nothing is written when it may need quoting.
  package static func append(_ field: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Bool
  {
    for byte in field {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "."):
        continue
      default: return false
      }
    }
    output.append(contentsOf: field)
    return true
  }

  /// Writes an amount of whole cents as dollars.
  package static func append(money: Fraction, to output: inout [UInt8]) {
    let scale = Int128(100) / max(money.denominator, 1)
    guard money.isDefined, scale * money.denominator == 100, !money.isNegative,
      let cents = Int(exactly: money.numerator * scale)
    else {
      output += money.moneyText.utf8
      return
    }
    var digits: [UInt8] = []
    var rest = cents
    repeat {
      digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0 || digits.count < 3
    for position in stride(from: digits.count - 1, through: 0, by: -1) {
      if position == 1 { output.append(UInt8(ascii: ".")) }
      output.append(digits[position])
    }
  }
}
