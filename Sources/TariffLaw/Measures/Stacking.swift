/// How a term combines with other measures that meet the same entry.
public struct Stacking: Hashable, Sendable {
  /// How the amount is found.
  public enum Amount: Hashable, Sendable {
    /// The duty is added to the rest.
    case adds
    /// The duty is a total: what is owed is the excess over the counted measures, not below zero.
    /// A specific duty counts at its ad valorem equivalent.
    case topsUpTo(counting: [MeasureSelector])
    /// The counted measures together may not exceed the duty: what is owed is the (negative)
    /// excess.
    case capsAt(counting: [MeasureSelector])
  }

  public var amount: Amount
  /// Measures that stand aside wherever this term applies, even at a rate of zero.
  public var replaces: [MeasureSelector]
  /// Measures that stand aside where this term applies and more than zero is owed under it
  /// (an article is "subject to" a duty only then).
  public var displaces: [MeasureSelector]

  public init(
    amount: Amount = .adds, replaces: [MeasureSelector] = [], displaces: [MeasureSelector] = []
  ) {
    self.amount = amount
    self.replaces = replaces
    self.displaces = displaces
  }
}
