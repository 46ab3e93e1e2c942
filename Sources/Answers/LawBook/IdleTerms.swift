import TariffLaw

/// The terms of a measure whose goods take in no rate line on their first day: the codes came
/// later, or the edition held for the day does not have them.
struct IdleTerms {
  let measure: Measure
  /// Counting from 1.
  let terms: [Int]

  /// - Returns: `nil` when every term takes in some line.
  init?(_ measure: Measure, _ goods: inout GoodsWords) {
    var terms: [Int] = []
    for (position, term) in measure.terms.enumerated() where !term.validity.span.isEmpty {
      guard let coverage = goods.coverage(term.scope.goods, on: term.validity.span),
        coverage.total == 0
      else { continue }
      terms.append(position + 1)
    }
    guard !terms.isEmpty else { return nil }
    self.measure = measure
    self.terms = terms
  }
}
