extension Fraction {
  /// Reads a plain decimal (`12`, `-0.5`, `1,234.56`) exactly.
  ///
  /// At most 18 digits before and 12 after the point; grouping commas only where they group by
  /// three. No exponent, no leading plus: a customs document has neither.
  ///
  /// - Returns: `nil` when the text is anything else.
  public init?(decimal text: some StringProtocol) {
    var digits = 0
    var decimals = 0
    var seenPoint = false
    var seenComma = false
    var sinceComma = 0
    var negative = false
    var value: Int128 = 0
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-"):
        guard position == 0 else { return nil }
        negative = true
      case UInt8(ascii: "."):
        guard !seenPoint, !seenComma || sinceComma == 3 else { return nil }
        seenPoint = true
      case UInt8(ascii: ","):
        guard !seenPoint, digits > 0, seenComma ? sinceComma == 3 : digits <= 3 else { return nil }
        seenComma = true
        sinceComma = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if seenPoint { decimals += 1 } else { digits += 1; sinceComma += 1 }
        guard digits <= 18, decimals <= 12 else { return nil }
        value = value * 10 + Int128(byte - UInt8(ascii: "0"))
      default:
        return nil
      }
    }
    guard digits + decimals > 0, !seenComma || sinceComma == 3, !seenPoint || decimals > 0 else {
      return nil
    }
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    self.init(reducing: negative ? -value : value, scale)
  }

  /// The decimal text, exact where the value is a decimal of at most `digits` places, otherwise
  /// rounded half-up to that many; no trailing zeros.
  public func decimalText(digits: Int = 12) -> String {
    guard isDefined else { return "undefined" }
    var scale: Int128 = 1
    for _ in 0..<digits { scale *= 10 }
    let (scaled, overflow) = numerator.magnitude.multipliedReportingOverflow(by: UInt128(scale))
    guard !overflow else { return "\(doubleValue)" }
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator.magnitude)
    let rounded = remainder >= denominator.magnitude - remainder ? quotient + 1 : quotient
    let (whole, part) = rounded.quotientAndRemainder(dividingBy: UInt128(scale))
    var text = (isNegative && rounded > 0 ? "-" : "") + "\(whole)"
    if part > 0 {
      var fraction = "\(part)"
      fraction = String(repeating: "0", count: digits - fraction.count) + fraction
      while fraction.hasSuffix("0") { fraction.removeLast() }
      text += "." + fraction
    }
    return text
  }

  /// As money: two decimals, rounded half-up (`1849.00`).
  public var moneyText: String {
    guard isDefined else { return "undefined" }
    let cents = roundedToCent * 100
    let magnitude = cents.numerator.magnitude
    let (dollars, rest) = magnitude.quotientAndRemainder(dividingBy: 100)
    return (cents.isNegative ? "-" : "") + "\(dollars)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}

extension Fraction: CustomStringConvertible {
  public var description: String { decimalText() }
}
