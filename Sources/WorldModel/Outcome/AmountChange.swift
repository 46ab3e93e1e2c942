/// An amount before and after, in the base's money with the world's value added held constant.
public struct AmountChange: Hashable, Sendable {
  public let before: Double
  public let after: Double
  public var change: Double { after - before }

  package init(before: Double, after: Double) {
    self.before = before
    self.after = after
  }
}
