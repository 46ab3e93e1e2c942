import TariffLaw

/// An answer that rows share but for their value and quantity.
struct MeasuredCell {
  private let answer: MeasuredAnswer
  let additionalRate: Double
  let status: UInt8
  /// The detail, by its position in ``DetailTexts``.
  let detail: Int32

  /// What is owed on a row.
  struct Amounts {
    let rate: Double
    let rateLow: Double
    let rateHigh: Double
    /// In cents.
    let duty: Int64
    /// As ``Cell/present``.
    let present: UInt8
  }

  init(_ answer: MeasuredAnswer, detail: Int32) {
    self.answer = answer
    additionalRate = answer.additionalRate.doubleValue
    status = answer.status.number
    self.detail = detail
  }

  /// - Parameter cents: more than zero.
  /// - Returns: `nil` where a number leaves the range.
  func amounts(cents: Int64, quantity: Fraction) -> Amounts? {
    guard let amounts = answer.amounts(on: Fraction(cents, places: 2), of: quantity),
      let duty = Int64(exactly: amounts.cents)
    else { return nil }
    let rate = amounts.rate.doubleValue
    func number(_ other: Fraction) -> Double { other == amounts.rate ? rate : other.doubleValue }
    let low = number(amounts.rateLow)
    let high = amounts.rateHigh.map(number) ?? .nan
    guard !rate.isNaN, !low.isNaN, !additionalRate.isNaN else { return nil }
    return Amounts(
      rate: rate, rateLow: low, rateHigh: high, duty: duty,
      present: Cell.hasRate | Cell.hasAdditionalRate | Cell.hasRateLow | Cell.hasDuty
        | Cell.hasEdition | (high.isNaN ? 0 : Cell.hasRateHigh))
  }
}
