import WorldModel

extension DeficitRule {
  /// What the rule assumes, in words.
  var words: String {
    switch self {
    case .fixed: "each country's total balance is held constant in units of the world's value added"
    case .balanced:
      "every country's total balance is zero before and after; changes are measured from the base "
        + "without deficits"
    case .proportional:
      "each country's deficit is a constant share of its value added and tariff revenue, the world's "
        + "residual removed in proportion to them"
    }
  }
}
