/// The answer for goods whose column charges a quantity, for any value and any quantity in one unit, where nothing
/// else depends on either.
package struct MeasuredAnswer {
  package let status: EntryStatus
  /// As ``PricedEntry/detail``.
  package let detail: String
  package let additionalRate: Fraction
  private let column: StatedAmounts
  /// What is added to the money a dollar of value.
  private let rate: Fraction
  private let rateLow: Fraction
  private let rateHigh: Fraction?
  /// Rates of the lines on top, each rounded by itself.
  private let rates: [Fraction]

  /// What is owed for a value and a quantity.
  package struct Amounts {
    package let rate: Fraction
    package let rateLow: Fraction
    package let rateHigh: Fraction?
    /// The duty, each line rounded half-up.
    package let cents: Int128
  }

  init(_ answer: AdditiveAnswer, column: StatedAmounts) {
    status = answer.status
    detail = answer.detail
    additionalRate = answer.additional
    rates = answer.rates
    self.column = column
    rate = column.adValorem + answer.additional
    rateLow = column.adValorem + answer.low
    rateHigh = answer.high.map { column.adValorem + $0 }
  }

  /// - Parameters:
  ///   - value: dollars, more than zero.
  ///   - quantity: in the unit of the answer.
  /// - Returns: `nil` where a number leaves the range.
  package func amounts(on value: Fraction, of quantity: Fraction) -> Amounts? {
    let money = column.money(for: quantity)
    guard var cents = column.adValorem.cents(of: value, plus: money) else { return nil }
    for rate in rates {
      guard let part = rate.cents(of: value) else { return nil }
      cents += part
    }
    let share = money / value
    let sum = rate + share
    guard sum.isDefined else { return nil }
    // The bounds of most answers are the answer.
    return Amounts(
      rate: sum, rateLow: rateLow == rate ? sum : rateLow + share,
      rateHigh: rateHigh.map { $0 == rate ? sum : $0 + share }, cents: cents)
  }

  /// The whole answer; `nil` where a number leaves the range.
  func priced(on value: Fraction, of quantity: Fraction) -> PricedEntry? {
    guard let amounts = amounts(on: value, of: quantity) else { return nil }
    return PricedEntry(
      status: status,
      total: Assessment.Total(
        rate: amounts.rate, additionalRate: additionalRate,
        duty: Fraction(reducing: amounts.cents, 100), rateLow: amounts.rateLow,
        rateHigh: amounts.rateHigh, dutyLow: nil, dutyHigh: nil),
      rates: [], detail: detail, dependsOnAmounts: true, dependsOnValue: false)
  }
}
