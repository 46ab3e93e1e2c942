package import TariffLaw

/// Imports and the duty the law lays on them, summed exactly.
package struct EffectiveRateTally: Hashable, Sendable {
  /// Dollars of imports.
  package var value = 0
  /// Of which the law gives the rate.
  package var priced = 0
  /// Of which the column of the schedule is taken from the duty collected.
  package var equivalent = 0
  /// Of which no rate is known.
  package var unpriced = 0
  /// Of which may not enter.
  package var inadmissible = 0
  /// Of which the rate is that of the default reading of facts an entry would state.
  package var defaultFacts = 0
  /// Of which the code is not in the edition of the day and others stand for it.
  package var carried = 0
  /// Dollars of duty on what is priced or equivalent.
  package var duty = Fraction.zero
  package var additional = Fraction.zero
  package var low = Fraction.zero
  package var high = Fraction.zero
  /// Dollars of additional duty by authority, by its position.
  package var authorities: [Fraction]

  package init(authorities: Int) {
    self.authorities = Array(repeating: .zero, count: authorities)
  }

  /// What the rates are shares of.
  package var base: Int { priced + equivalent }

  /// Dollars under the columns of the schedule.
  package var column: Fraction { duty - additional }

  /// A sum of dollars as a share of the base; `nil` without one.
  package func share(_ dollars: Fraction) -> Fraction? {
    base > 0 ? dollars / Fraction(base) : nil
  }

  /// A part of the value as a share of it; `nil` without any.
  package func share(ofValue dollars: Int) -> Fraction? {
    value > 0 ? Fraction(dollars, over: value) : nil
  }

  /// Adds imports with an answer; without a rate they count as not priced.
  mutating func add(
    _ cell: PricedCell, parts: [(authority: Int, rate: Fraction)], dollars: Int,
    isEquivalent: Bool = false
  ) {
    guard cell.status != .inadmissible else {
      inadmissible += dollars
      return
    }
    guard let rate = cell.rate, let extra = cell.additionalRate else {
      unpriced += dollars
      return
    }
    let weight = Fraction(dollars)
    if isEquivalent { equivalent += dollars } else { priced += dollars }
    if cell.status == .needsFacts { defaultFacts += dollars }
    let owed = rate * weight
    duty += owed
    if !extra.isZero { additional += extra * weight }
    low += cell.rateLow.map { $0 * weight } ?? owed
    high += cell.rateHigh.map { $0 * weight } ?? owed
    for part in parts { authorities[part.authority] += part.rate * weight }
  }

  static func += (a: inout EffectiveRateTally, b: EffectiveRateTally) {
    a.value += b.value
    a.priced += b.priced
    a.equivalent += b.equivalent
    a.unpriced += b.unpriced
    a.inadmissible += b.inadmissible
    a.defaultFacts += b.defaultFacts
    a.carried += b.carried
    a.duty += b.duty
    a.additional += b.additional
    a.low += b.low
    a.high += b.high
    for position in b.authorities.indices { a.authorities[position] += b.authorities[position] }
  }
}
