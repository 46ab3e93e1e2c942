/// An exact rational number: rates, money and quantities before they are rounded.
///
/// `33 1/3%` and `0.020668¢/kg` have no exact binary form, and the duty of a line must come out to
/// the cent, so law never meets floating point. The value is kept in lowest terms with a positive
/// denominator, in 128 bits each side.
///
/// Arithmetic that leaves 128 bits yields ``Fraction/undefined`` rather than a trap or a wrong
/// number; inputs are bounded (``HTSCode``, `Entry`), so in practice only damaged data reaches it.
public struct Fraction: Hashable, Sendable {
  /// In lowest terms; carries the sign.
  public let numerator: Int128
  /// Positive; zero only in ``undefined``.
  public let denominator: Int128

  public static let zero = Fraction(0)
  public static let one = Fraction(1)
  /// The result of arithmetic that left the representable range. It spreads through sums.
  public static let undefined = Fraction(unchecked: 0, 0)

  public var isDefined: Bool { denominator != 0 }
  public var isZero: Bool { numerator == 0 && isDefined }
  public var isPositive: Bool { numerator > 0 }
  public var isNegative: Bool { numerator < 0 }

  public init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// - Returns: ``undefined`` when `denominator` is zero.
  public init(_ numerator: Int, over denominator: Int) {
    self.init(reducing: Int128(numerator), Int128(denominator))
  }

  /// A decimal number of which so many digits, at most eighteen, stand after the point.
  package init(_ digits: Int64, places: UInt8) {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    self.init(reducing: Int128(digits), scale)
  }

  package init(reducing numerator: Int128, _ denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else {
      self = .undefined
      return
    }
    let divisor = Fraction.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int128(divisor))
    self.denominator = sign * (denominator / Int128(divisor))
  }

  private init(unchecked numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The nearest binary floating-point number or one next to it; for models and display, never for law.
  public var doubleValue: Double {
    isDefined ? Double(numerator) / Double(denominator) : .nan
  }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    // Nearly every value fits 64 bits, where a division costs a tenth.
    if a <= UInt128(UInt64.max), b <= UInt128(UInt64.max) {
      var (x, y) = (UInt64(a), UInt64(b))
      while y != 0 { (x, y) = (y, x % y) }
      return UInt128(max(x, 1))
    }
    var (x, y) = (a, b)
    while y > UInt128(UInt64.max) { (x, y) = (y, x % y) }
    return y == 0 ? max(x, 1) : greatestCommonDivisor(y, x % y)
  }
}

// MARK: - Arithmetic

extension Fraction {
  public static func + (a: Fraction, b: Fraction) -> Fraction {
    guard a.isDefined, b.isDefined else { return .undefined }
    if a.denominator == b.denominator {
      let (sum, overflow) = a.numerator.addingReportingOverflow(b.numerator)
      return overflow ? .undefined : Fraction(reducing: sum, a.denominator)
    }
    let (left, o1) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, o2) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    let (bottom, o3) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    let (top, o4) = left.addingReportingOverflow(right)
    return o1 || o2 || o3 || o4 ? .undefined : Fraction(reducing: top, bottom)
  }

  public static prefix func - (a: Fraction) -> Fraction {
    Fraction(unchecked: -a.numerator, a.denominator)
  }

  public static func - (a: Fraction, b: Fraction) -> Fraction { a + -b }

  public static func * (a: Fraction, b: Fraction) -> Fraction {
    guard a.isDefined, b.isDefined else { return .undefined }
    let (top, o1) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (bottom, o2) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return o1 || o2 ? .undefined : Fraction(reducing: top, bottom)
  }

  /// - Returns: ``undefined`` when `b` is zero.
  public static func / (a: Fraction, b: Fraction) -> Fraction {
    guard a.isDefined, b.isDefined, b.numerator != 0 else { return .undefined }
    let (top, o1) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (bottom, o2) = a.denominator.multipliedReportingOverflow(by: b.numerator)
    return o1 || o2 ? .undefined : Fraction(reducing: top, bottom)
  }

  public static func += (a: inout Fraction, b: Fraction) { a = a + b }

  /// Rounds half away from zero to a whole number of `1 / scale`, as duty is rounded to the cent
  /// (19 CFR 159.3: half a cent or more counts as a cent).
  public func rounded(toOneOver scale: Int) -> Fraction {
    guard isDefined else { return .undefined }
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: Int128(scale))
    guard !overflow else { return .undefined }
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator)
    let up = remainder.magnitude >= (denominator - Int128(remainder.magnitude)).magnitude
    let step: Int128 = up ? (scaled < 0 ? -1 : 1) : 0
    return Fraction(reducing: quotient + step, Int128(scale))
  }

  /// The whole cents, rounded half away from zero, of this share of an amount of dollars; `nil` where
  /// the product leaves the range.
  func cents(of amount: Fraction) -> Int128? {
    guard isDefined, amount.isDefined else { return nil }
    let (product, o1) = numerator.multipliedReportingOverflow(by: amount.numerator)
    let (bottom, o2) = denominator.multipliedReportingOverflow(by: amount.denominator)
    return o1 || o2 ? nil : Fraction.cents(product, over: bottom)
  }

  /// The same with an amount of dollars added before it is rounded.
  func cents(of amount: Fraction, plus money: Fraction) -> Int128? {
    guard isDefined, amount.isDefined, money.isDefined else { return nil }
    let (product, o1) = numerator.multipliedReportingOverflow(by: amount.numerator)
    let (bottom, o2) = denominator.multipliedReportingOverflow(by: amount.denominator)
    let (left, o3) = product.multipliedReportingOverflow(by: money.denominator)
    let (right, o4) = money.numerator.multipliedReportingOverflow(by: bottom)
    let (sum, o5) = left.addingReportingOverflow(right)
    let (whole, o6) = bottom.multipliedReportingOverflow(by: money.denominator)
    return o1 || o2 || o3 || o4 || o5 || o6 ? nil : Fraction.cents(sum, over: whole)
  }

  /// - Parameter bottom: more than zero.
  private static func cents(_ dollars: Int128, over bottom: Int128) -> Int128? {
    let (top, overflow) = dollars.multipliedReportingOverflow(by: 100)
    guard !overflow else { return nil }
    let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
    let isUp = rest.magnitude >= bottom.magnitude - rest.magnitude
    return isUp ? quotient + (top < 0 ? -1 : 1) : quotient
  }

  /// Rounded half-up to the cent.
  public var roundedToCent: Fraction { rounded(toOneOver: 100) }
}

extension Fraction: Comparable {
  /// An undefined fraction is not less than anything, and nothing is less than it.
  public static func < (a: Fraction, b: Fraction) -> Bool {
    guard a.isDefined, b.isDefined else { return false }
    if a.denominator == b.denominator { return a.numerator < b.numerator }
    let (left, o1) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, o2) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    return o1 || o2 ? a.doubleValue < b.doubleValue : left < right
  }
}

extension Fraction: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}
