/// How much the answer moves with one assumption, the others held.
public struct TornadoBar: Hashable, Sendable {
  public let assumption: String
  /// What the assumption is at the two ends, in words.
  public let low: String
  public let high: String
  /// Whether the spread is assumed rather than published.
  public let isAssumed: Bool
  public let atLow: Outcome
  public let atHigh: Outcome

  /// The distance between the two ends in net welfare, dollars.
  public var reach: Double { (atHigh.accounts.netWelfare - atLow.accounts.netWelfare).magnitude }
}
