/// The measures a term names, found once: positions in ``Regime/measures``, ascending.
struct TermLinks: Hashable, Sendable {
  var replaces: [Int] = []
  var displaces: [Int] = []
  /// Those a total or a cap counts.
  var counting: [Int] = []
  /// Those whose part of the value the term leaves aside.
  var remainder: [Int] = []
}

extension Term {
  /// The links of the term, or of one of its readings where that names others.
  func links(
    reading: AlternativeReading? = nil, _ find: (MeasureSelector) -> [Int]
  ) -> TermLinks {
    func all(_ selectors: [MeasureSelector]) -> [Int] {
      guard let first = selectors.first else { return [] }
      return selectors.count == 1 ? find(first) : Set(selectors.flatMap(find)).sorted()
    }
    var links = TermLinks()
    links.replaces = all(stacking.replaces)
    links.displaces = all(stacking.displaces)
    switch reading?.amount ?? stacking.amount {
    case .adds: break
    case .topsUpTo(let counting), .capsAt(let counting): links.counting = all(counting)
    }
    if case .remainder(let selectors) = reading?.base ?? base { links.remainder = all(selectors) }
    return links
  }
}
