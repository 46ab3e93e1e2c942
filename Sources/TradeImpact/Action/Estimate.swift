/// An amount with the interval it lies in.
public struct Estimate: Hashable, Sendable {
  /// The central value; with draws, their median.
  public let value: Double
  /// The 5th and the 95th percentile of the draws; `nil` without draws.
  public let low: Double?
  public let high: Double?

  public init(value: Double, low: Double? = nil, high: Double? = nil) {
    self.value = value
    self.low = low
    self.high = high
  }

  /// - Parameter draws: in any order; the central value is not among them.
  package init(central: Double, draws: [Double]) {
    guard !draws.isEmpty else {
      self.init(value: central)
      return
    }
    let sorted = draws.sorted()
    self.init(
      value: Quantile.of(sorted, at: 0.5), low: Quantile.of(sorted, at: 0.05),
      high: Quantile.of(sorted, at: 0.95))
  }
}
