/// How a rate changes over many goods, weighed by trade: the mean, and how far apart the goods are, which
/// a model of sectors does not see.
public struct RateSpread: Hashable, Sendable {
  /// Trade in all the goods, dollars; goods whose rate stays count with no change.
  public var value: Double
  /// Of it, trade in goods whose rate changes.
  public var covered: Double
  /// The change times trade, dollars: the duty on unchanged trade.
  public var duty: Double
  /// The square of the change times trade, dollars.
  public var square: Double

  public init(value: Double = 0, covered: Double = 0, duty: Double = 0, square: Double = 0) {
    self.value = value
    self.covered = covered
    self.duty = duty
    self.square = square
  }

  /// The mean change of the rate, as a fraction: to the first order and with the same elasticity for all
  /// goods, also the uniform change with the same effect on the value of imports (the mercantilist index
  /// of Anderson and Neary 2003).
  public var mean: Double { value > 0 ? duty / value : 0 }

  /// The variance of the change.
  public var variance: Double { max(0, (value > 0 ? square / value : 0) - mean * mean) }

  /// The uniform change with the same deadweight loss: to the first order, from free trade and with the
  /// same elasticity for all goods, the root of the mean of squares (Anderson and Neary 1996, 2005).
  public var lossEquivalent: Double { value > 0 ? (square / value).squareRoot() : 0 }

  public static func + (a: RateSpread, b: RateSpread) -> RateSpread {
    RateSpread(
      value: a.value + b.value, covered: a.covered + b.covered, duty: a.duty + b.duty,
      square: a.square + b.square)
  }
}
