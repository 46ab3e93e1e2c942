/// What is owed on goods of one kind under one law with nothing stated but claims: the total, its
/// bounds, and what each authority adds.
public struct PricedCell: Hashable, Sendable {
  public let status: EntryStatus
  /// `nil` where it cannot be known without more.
  public let rate: Fraction?
  public let additionalRate: Fraction?
  /// Bounds over the facts that were not stated; equal to the rate where none matters. The upper one
  /// is `nil` where there is none.
  public let rateLow: Fraction?
  public let rateHigh: Fraction?
  /// What each authority adds above the columns of the schedule, in the order of their names; zeros
  /// are left out. They add up to ``additionalRate`` where that is known.
  public let parts: [Part]

  public struct Part: Hashable, Sendable {
    public let authority: String
    public let rate: Fraction
  }

  /// The part of the columns of the schedule, preferences included.
  public var columnRate: Fraction? {
    guard let rate, let additionalRate else { return nil }
    return rate - additionalRate
  }

  init(
    status: EntryStatus, rate: Fraction?, additionalRate: Fraction?, rateLow: Fraction?,
    rateHigh: Fraction?, parts: [Part]
  ) {
    self.status = status
    self.rate = rate
    self.additionalRate = additionalRate
    self.rateLow = rateLow
    self.rateHigh = rateHigh
    self.parts = parts
  }

  init(_ summary: EntrySummary) {
    var sums: [String: Fraction] = [:]
    for line in summary.lines where !line.isColumn && line.status == .applied {
      if let rate = line.rate, !rate.isZero { sums[line.authority, default: 0] += rate }
    }
    self.init(
      status: summary.status, rate: summary.total.rate,
      additionalRate: summary.total.additionalRate, rateLow: summary.total.rateLow,
      rateHigh: summary.total.rateHigh,
      parts: sums.filter { !$0.value.isZero }.sorted { $0.key < $1.key }
        .map { Part(authority: $0.key, rate: $0.value) })
  }

  /// The same with another rate in the column, where the measures on top do not depend on it.
  func with(column new: Fraction, instead old: Fraction) -> PricedCell {
    PricedCell(
      status: status, rate: additionalRate.map { new + $0 }, additionalRate: additionalRate,
      rateLow: rateLow.map { $0 - old + new }, rateHigh: rateHigh.map { $0 - old + new },
      parts: parts)
  }
}
