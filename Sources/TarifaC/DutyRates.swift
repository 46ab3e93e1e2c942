import TariffLaw

/// The rates of the lines of answers, each once, made ready to take cents of values.
final class DutyRates {
  private let rates = Memory<Rate>()
  private var fractions: [Fraction] = []
  private var numbers: [Fraction: UInt16] = [:]

  /// A rate of n / d.
  struct Rate: BitwiseCopyable {
    let twiceNumerator: Double
    /// That of twice the denominator.
    let reciprocal: Double
  }

  /// The rate of zero is the first.
  init() { _ = number(of: .zero) }

  /// The number of a rate.
  ///
  /// - Returns: `nil` when it is larger than any rate of a tariff, or there are more than any tariff has.
  func number(of rate: Fraction) -> UInt16? {
    if let known = numbers[rate] { return known }
    guard rate.isDefined, rate.numerator.magnitude < 1 << 60, rate.denominator < 1 << 40,
      let number = UInt16(exactly: rates.count)
    else { return nil }
    rates.append(
      Rate(
        twiceNumerator: 2 * Double(rate.numerator), reciprocal: 1 / (2 * Double(rate.denominator))))
    fractions.append(rate)
    numbers[rate] = number
    return number
  }

  /// How many bits of cents a value may have for ``View/duty(_:cents:)``.
  func bits(_ number: UInt16) -> UInt8 {
    let numerator = fractions[Int(number)].numerator
    return numerator < 0 ? 0 : UInt8(max(0, 48 - (128 - numerator.leadingZeroBitCount)))
  }

  /// The duty of one line on a value of any size in cents, rounded half-up to the cent.
  ///
  /// - Returns: `nil` where it is out of range.
  func duty(_ number: UInt16, cents: Int64) -> Int64? {
    let rate = fractions[Int(number)]
    let product = rate.numerator * Int128(cents)
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: rate.denominator)
    let isUp = rest.magnitude >= rate.denominator.magnitude - rest.magnitude
    return Int64(exactly: isUp ? quotient + (product < 0 ? -1 : 1) : quotient)
  }

  /// The rates as they stand, for a loop; taking more ends its use.
  var view: View { View(rates: rates.base) }

  struct View {
    fileprivate let rates: UnsafeMutablePointer<Rate>

    /// The duty of one line on a value of few bits, as ``DutyRates/bits(_:)`` tells; it is to be added up and
    /// taken from ``DutyRates/sum(_:_:_:)``.
    ///
    /// Duty rounded half-up to the cent is (2 n c + 1/2) / 2 d rounded to the nearest whole number: the half
    /// keeps it half a part of 2 d from where two are equally near. Twice the product is a whole number below
    /// 2^49, so that the error, three parts in 2^53 of the quotient, is less than that. Adding 1.5 * 2^52,
    /// where floating-point numbers are one apart, rounds it.
    @inline(__always)
    func duty(_ number: UInt16, cents: Double) -> Double {
      let rate = rates[Int(number)]
      return (cents * rate.twiceNumerator + 0.5) * rate.reciprocal + DutyRates.ones
    }
  }

  fileprivate static let ones = 0x1.8p52

  /// The sum of duties of ``View/duty(_:cents:)``.
  @inline(__always)
  static func sum(_ a: Double, _ b: Double, _ c: Double) -> Int64 {
    Int64(bitPattern: a.bitPattern &+ b.bitPattern &+ c.bitPattern &- 3 &* ones.bitPattern)
  }
}
