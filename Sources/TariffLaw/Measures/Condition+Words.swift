extension Condition {
  /// The condition in words, for the reason of a line.
  package var words: String {
    switch self {
    case .always: "always"
    case .all(let parts): parts.map(\.wordsInAll).joined(separator: " and ")
    case .any(let parts): parts.map(\.words).joined(separator: " or ")
    case .not(let part): "not (\(part.words))"
    case .claimed(let names): "claimed as \(names.joined(separator: " or "))"
    case .fact(let name, let test): "\(name) \(test.words)"
    }
  }

  /// The words of one part of several that must all hold.
  private var wordsInAll: String {
    if case .any(let parts) = self, parts.count > 1 { "(\(words))" } else { words }
  }
}

extension FactTest {
  fileprivate var words: String {
    switch self {
    case .isOneOf(let values): "is \(values.joined(separator: " or "))"
    case .atLeast(let bound): "is at least \(bound.decimalText())"
    case .below(let bound): "is below \(bound.decimalText())"
    case .before(let bound): "is before \(bound)"
    case .onOrAfter(let bound): "is \(bound) or later"
    case .priceBelow(let bound, let unit): "is below $\(bound.decimalText()) per \(unit)"
    }
  }
}
