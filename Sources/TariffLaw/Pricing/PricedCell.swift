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
  /// What each measure adds above the columns of the schedule, by authority and measure in the order
  /// of their names; zeros are left out. They add up to ``additionalRate`` where that is known.
  public let parts: [Part]
  /// Measures above the columns whose rate is not known, in the order of their lines.
  public let open: [String]

  public struct Part: Hashable, Sendable {
    public let authority: String
    public let measure: String
    public let rate: Fraction
  }

  /// The part of the columns of the schedule, preferences included.
  public var columnRate: Fraction? {
    guard let rate, let additionalRate else { return nil }
    return rate - additionalRate
  }

  init(
    status: EntryStatus, rate: Fraction?, additionalRate: Fraction?, rateLow: Fraction?,
    rateHigh: Fraction?, parts: [Part], open: [String] = []
  ) {
    self.status = status
    self.rate = rate
    self.additionalRate = additionalRate
    self.rateLow = rateLow
    self.rateHigh = rateHigh
    self.parts = parts
    self.open = open
  }

  init(_ summary: EntrySummary) {
    var parts: [Part] = []
    for line in summary.lines where !line.isColumn && line.status == .applied {
      guard let rate = line.rate, !rate.isZero else { continue }
      if let known = parts.firstIndex(where: { $0.measure == line.measure }) {
        let sum = parts[known].rate + rate
        parts[known] = Part(authority: line.authority, measure: line.measure, rate: sum)
      } else {
        parts.append(Part(authority: line.authority, measure: line.measure, rate: rate))
      }
    }
    self.init(
      status: summary.status, rate: summary.total.rate,
      additionalRate: summary.total.additionalRate, rateLow: summary.total.rateLow,
      rateHigh: summary.total.rateHigh,
      parts: parts.filter { !$0.rate.isZero }
        .sorted { ($0.authority, $0.measure) < ($1.authority, $1.measure) },
      open: summary.lines.filter {
        !$0.isColumn && ($0.status == .applied || $0.status == .needsFacts) && $0.rate == nil
      }.map(\.measure))
  }

  /// The same with another rate in the column, where the measures on top do not depend on it.
  func with(column new: Fraction, instead old: Fraction) -> PricedCell {
    PricedCell(
      status: status, rate: additionalRate.map { new + $0 }, additionalRate: additionalRate,
      rateLow: rateLow.map { $0 - old + new }, rateHigh: rateHigh.map { $0 - old + new },
      parts: parts, open: open)
  }
}
