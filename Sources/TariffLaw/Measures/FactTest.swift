/// A comparison with the value of a fact.
public enum FactTest: Hashable, Sendable {
  case isOneOf([String])
  case atLeast(Fraction)
  case below(Fraction)
  case before(Day)
  case onOrAfter(Day)
  /// The customs value of one unit is below an amount of money.
  case priceBelow(Fraction, unit: QuantityUnit)

  /// Whether a value passes; `nil` when the value is of another kind.
  func holds(for value: FactValue) -> Bool? {
    switch (self, value) {
    case (.isOneOf(let values), .text(let text)):
      values.contains { $0.lowercased() == text.lowercased() }
    case (.atLeast(let bound), .number(let number)): number >= bound
    case (.below(let bound), .number(let number)): number < bound
    case (.before(let bound), .day(let day)): day < bound
    case (.onOrAfter(let bound), .day(let day)): day >= bound
    default: nil
    }
  }

  /// Values that between them reach every outcome of the test.
  var witnesses: [FactValue] {
    switch self {
    case .isOneOf(let values): values.map { .text($0.lowercased()) }
    case .atLeast(let bound), .below(let bound): [.number(bound), .number(bound - FactTest.step)]
    case .before(let bound), .onOrAfter(let bound): [.day(bound.advanced(by: -1)), .day(bound)]
    case .priceBelow: []
    }
  }

  /// Small beside any threshold the law writes.
  private static let step = Fraction(1, over: 1_000_000)
}
