/// What a measure refers to, as positions instead of names, so that nothing is looked up by text
/// while an entry is assessed.
struct MeasureLinks: Hashable, Sendable {
  let terms: [TermLinks]
  /// By term and reading.
  let readings: [[TermLinks]]
  let termGoods: [ScopeGoods]
  let exemptionGoods: [ScopeGoods]

  /// The goods of a scope: positions in ``Regime/lists``. A scope without goods meets every good.
  struct ScopeGoods: Hashable, Sendable {
    let isEverything: Bool
    let lists: [Int]
    let except: [Int]

    init(_ goods: GoodsReference?, _ positions: [String: Int]) {
      isEverything = goods == nil
      // The law files are checked for lists that do not exist.
      lists = goods?.lists.compactMap { positions[$0] } ?? []
      except = goods?.except.compactMap { positions[$0] } ?? []
    }
  }

  /// Every list the measure asks about.
  var lists: [Int] { (termGoods + exemptionGoods).flatMap { $0.lists + $0.except } }

  static func all(_ measures: [Measure], lists: [String: Int]) -> [MeasureLinks] {
    var found: [MeasureSelector: [Int]] = [:]
    func find(_ selector: MeasureSelector) -> [Int] {
      if let known = found[selector] { return known }
      let matching = measures.indices.filter { selector.matches(measures[$0]) }
      found[selector] = matching
      return matching
    }
    return measures.map { measure in
      MeasureLinks(
        terms: measure.terms.map { $0.links(find) },
        readings: measure.terms.map { term in
          term.readings.map { term.links(reading: $0, find) }
        },
        termGoods: measure.terms.map { ScopeGoods($0.scope.goods, lists) },
        exemptionGoods: measure.exemptions.map { ScopeGoods($0.scope.goods, lists) })
    }
  }
}
