import TariffLaw

/// An answer that many rows share, as the loop over rows wants it.
struct Cell {
  let rate: Double
  let additionalRate: Double
  let rateLow: Double
  let rateHigh: Double
  /// The duty where no value makes it, in cents.
  let fixedDuty: Int64
  let firstRate: Int32
  let rateCount: Int16
  let status: UInt8
  /// Which of the columns have a value, by the bits below.
  let present: UInt8
  /// The detail, by its position in ``DetailTexts``.
  let detail: Int32

  static let hasRate: UInt8 = 1
  static let hasAdditionalRate: UInt8 = 2
  static let hasRateLow: UInt8 = 4
  static let hasRateHigh: UInt8 = 8
  static let hasDuty: UInt8 = 16
  static let hasEdition: UInt8 = 32
  /// The duty is found from the value, if one is stated, by the rates that stand in ``DutyRates``.
  static let isRated: UInt8 = 64

  /// - Parameter rates: takes the rates of the lines.
  init(_ priced: PricedEntry, detail: Int32, rates: DutyRates) {
    func number(_ value: Fraction?) -> Double {
      value.flatMap { $0.isDefined ? $0.doubleValue : nil } ?? .nan
    }
    let total = priced.total
    rate = number(total.rate)
    additionalRate = number(total.additionalRate)
    rateLow = number(total.rateLow)
    rateHigh = number(total.rateHigh)
    status = priced.status.number
    self.detail = detail
    var present: UInt8 = 0
    if !rate.isNaN { present |= Cell.hasRate }
    if !additionalRate.isNaN { present |= Cell.hasAdditionalRate }
    if !rateLow.isNaN { present |= Cell.hasRateLow }
    if !rateHigh.isNaN { present |= Cell.hasRateHigh }
    if !priced.dependsOnAmounts, total.rate != nil, let taken = rates.append(priced.rates) {
      present |= Cell.isRated
      (firstRate, rateCount) = taken
    } else {
      (firstRate, rateCount) = (0, 0)
    }
    let cents = total.duty.flatMap { $0.wholeCents }
    fixedDuty = cents ?? 0
    if cents != nil { present |= Cell.hasDuty }
    self.present = present
  }
}

extension EntryStatus {
  /// As `tarifa.h` numbers them.
  var number: UInt8 {
    switch self {
    case .ok: 0
    case .needsFacts: 1
    case .inadmissible: 2
    case .unparsed: 3
    case .unknownCode: 4
    case .unknownOrigin: 5
    case .outOfSpan: 6
    case .badRow: 7
    }
  }
}

extension Fraction {
  /// An amount of dollars in cents; `nil` where it is not in range.
  var wholeCents: Int64? {
    let cents = roundedToCent * Fraction(100)
    return cents.isDefined ? Int64(exactly: cents.numerator) : nil
  }
}
