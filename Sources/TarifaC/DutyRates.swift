import TariffLaw

/// The rates of the lines of answers, one after another, made ready to take cents of values.
final class DutyRates {
  private var rates: UnsafeMutablePointer<Rate>
  private var capacity = 1024
  private var count = 0

  /// A rate as a fraction, with the reciprocal of twice its denominator.
  struct Rate {
    let numerator: Int64
    let denominator: Int64
    let reciprocal: Double
  }

  init() { rates = .allocate(capacity: capacity) }

  deinit { rates.deallocate() }

  /// Takes the rates of an answer; a rate of zero brings no cents and is left out.
  ///
  /// - Returns: where they stand; `nil` when they are larger than any rate of a tariff.
  func append(_ fractions: [Fraction]) -> (first: Int32, count: Int16)? {
    var taken: [Rate] = []
    for fraction in fractions where !fraction.isZero {
      guard fraction.isDefined, let numerator = Int64(exactly: fraction.numerator),
        let denominator = Int64(exactly: fraction.denominator), denominator < 1 << 40
      else { return nil }
      taken.append(
        Rate(
          numerator: numerator, denominator: denominator,
          reciprocal: 1 / (2 * Double(denominator))))
    }
    while count + taken.count > capacity {
      let larger = UnsafeMutablePointer<Rate>.allocate(capacity: capacity * 2)
      larger.moveInitialize(from: rates, count: count)
      rates.deallocate()
      rates = larger
      capacity *= 2
    }
    let first = Int32(count)
    for rate in taken {
      (rates + count).initialize(to: rate)
      count += 1
    }
    return (first, Int16(taken.count))
  }

  /// The rates as they stand, for a loop; taking more ends its use.
  var view: View { View(rates: rates) }

  struct View {
    fileprivate let rates: UnsafeMutablePointer<Rate>

    /// The duty on a value in cents: each line rounded half-up to the cent, then added.
    ///
    /// - Returns: `nil` where it is out of range.
    @inline(__always)
    func duty(_ first: Int32, _ count: Int16, cents: Int64) -> Int64? {
      var sum: Int64 = 0
      var position = Int(first)
      let end = position + Int(count)
      while position < end {
        let rate = rates[position]
        position += 1
        // Half-up is the floor of (2 n c + d) / 2 d.
        let (product, isBeyond) = (2 &* rate.numerator).multipliedReportingOverflow(by: cents)
        let top = product &+ rate.denominator
        let bottom = 2 &* rate.denominator
        if !isBeyond, product >= 0, product < 1 << 52, rate.numerator < 1 << 40 {
          // The product with the reciprocal is off by less than one, and the rest tells which way.
          var quotient = Int64(Double(top) * rate.reciprocal)
          let rest = top &- quotient &* bottom
          if rest < 0 { quotient &-= 1 } else if rest >= bottom { quotient &+= 1 }
          sum &+= quotient
        } else {
          guard let part = DutyRates.long(rate, cents) else { return nil }
          let (total, isBeyond) = sum.addingReportingOverflow(part)
          guard !isBeyond else { return nil }
          sum = total
        }
      }
      return sum
    }
  }

  fileprivate static func long(_ rate: Rate, _ cents: Int64) -> Int64? {
    let product = Int128(rate.numerator) * Int128(cents)
    let bottom = Int128(rate.denominator)
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: bottom)
    let isUp = rest.magnitude >= bottom.magnitude - rest.magnitude
    return Int64(exactly: isUp ? quotient + (product < 0 ? -1 : 1) : quotient)
  }
}
