public import TradeImpact

/// One amount of two actions.
public struct ComparedAmount: Sendable {
  public let amount: ImpactAmount
  /// `nil` where the impact does not go so far.
  public let a: Estimate?
  public let b: Estimate?
  /// B less A, of paired draws: its centre is the median of the differences, which need not be the
  /// difference of the medians. `nil` where the amounts are not of one thing.
  public let difference: Estimate?
}
