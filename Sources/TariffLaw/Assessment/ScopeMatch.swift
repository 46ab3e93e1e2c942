/// Whether a measure meets an entry, and if not, why: the miss of the term that came closest.
enum ScopeMatch {
  case meets
  /// Held void and not counted.
  case void(term: Int, Invalidation)
  case misses(term: Int?, Miss)
}

/// The test of a scope that an entry fails. Kept as a value so that words are made only for an
/// answer that is read.
enum Miss: Error {
  case day
  case origin
  case goods
  case claim(String)
  case condition(Condition)
  case exempt(Exemption)
  case excluded(indicator: String)
  case noRate(indicators: [String])

  /// The heading to declare for goods an exemption takes out.
  var declared: String? {
    if case .exempt(let exemption) = self { exemption.heading } else { nil }
  }

  /// How many of the tests before it were passed.
  var closeness: Int {
    switch self {
    case .day: 0
    case .origin: 1
    case .goods: 2
    case .noRate: 3
    case .claim: 4
    case .condition: 5
    case .excluded: 6
    case .exempt: 7
    }
  }
}
