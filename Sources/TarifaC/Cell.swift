import TariffLaw

/// An answer that many rows share, as the loop over rows wants it: one line of a cache.
struct Cell: BitwiseCopyable {
  let rate: Double
  let additionalRate: Double
  let rateLow: Double
  let rateHigh: Double
  /// The duty where no value makes it, in cents.
  let fixedDuty: Int64
  /// Rates of the first lines, by their numbers in ``DutyRates``; zero for no more.
  let firstRate: UInt16
  let secondRate: UInt16
  let thirdRate: UInt16
  /// How many more there are, from `nextRate` on in the ledger's list.
  let moreRates: UInt16
  let nextRate: Int32
  /// The detail, by its position in ``DetailTexts``.
  let detail: Int32
  let status: UInt8
  /// For values of at most so many bits of cents the first three rates make the duty by themselves.
  let valueBits: UInt8
  /// Which of the columns have a value, by the bits below.
  let present: UInt8

  static let hasRate: UInt8 = 1
  static let hasAdditionalRate: UInt8 = 2
  static let hasRateLow: UInt8 = 4
  static let hasRateHigh: UInt8 = 8
  static let hasDuty: UInt8 = 16
  static let hasEdition: UInt8 = 32
  /// The duty is found from the value, if one is stated, by the rates.
  static let isRated: UInt8 = 64
  /// The law asks for amounts: an entry with a quantity has another answer.
  static let asksForAmounts: UInt8 = 128

  /// - Parameters:
  ///   - rates: takes the rates of the lines.
  ///   - more: takes the numbers of those beyond three.
  init(_ priced: PricedEntry, detail: Int32, rates: DutyRates, more: Memory<UInt16>) {
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
    var present: UInt8 = Cell.hasEdition
    if !rate.isNaN { present |= Cell.hasRate }
    if !additionalRate.isNaN { present |= Cell.hasAdditionalRate }
    if !rateLow.isNaN { present |= Cell.hasRateLow }
    if !rateHigh.isNaN { present |= Cell.hasRateHigh }
    // A rate of zero brings no cents.
    let counting = priced.rates.filter { !$0.isZero }
    let numbers = counting.compactMap { rates.number(of: $0) }
    if !priced.dependsOnAmounts, total.rate != nil, numbers.count == counting.count,
      numbers.count < 1 << 15
    {
      present |= Cell.isRated
    }
    if priced.dependsOnAmounts { present |= Cell.asksForAmounts }
    let cents = total.duty.flatMap { $0.wholeCents }
    fixedDuty = cents ?? 0
    if cents != nil { present |= Cell.hasDuty }
    self.present = present
    let all = present & Cell.isRated == 0 ? [] : numbers
    firstRate = all.first ?? 0
    secondRate = all.dropFirst().first ?? 0
    thirdRate = all.dropFirst(2).first ?? 0
    nextRate = Int32(more.count)
    for number in all.dropFirst(3) { more.append(number) }
    moreRates = UInt16(max(0, all.count - 3))
    valueBits = all.count > 3 ? 0 : all.map { rates.bits($0) }.min() ?? 48
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
