/// What a measure refers to, as positions instead of names, so that nothing is looked up by text
/// while an entry is assessed.
struct MeasureLinks: Hashable, Sendable {
  let terms: [TermLinks]
  /// By term and reading.
  let readings: [[TermLinks]]
  let termGoods: [ScopeGoods]
  let exemptionGoods: [ScopeGoods]
  /// The days on which any term may apply, from the first to the last.
  let hull: DaySpan
  /// The scopes of origins of the terms, each once.
  let origins: [OriginScope]
  /// For a measure of many terms: the terms that ask about each list, ascending, and under
  /// ``everything`` those for all goods. `nil` for a measure of few.
  let termsByList: [Int: [Int]]?

  /// Stands for all goods in ``termsByList``.
  static let everything = -1
  /// From so many terms on, going by the lists of a good is quicker than going through the terms.
  static let many = 24

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

  private static func hull(_ spans: [DaySpan]) -> DaySpan {
    DaySpan(
      from: spans.contains { $0.first == nil } ? nil : spans.compactMap(\.first).min(),
      until: spans.contains { $0.last == nil } ? nil : spans.compactMap(\.last).max())
  }

  private static func distinct(_ scopes: [OriginScope]) -> [OriginScope] {
    var seen: Set<OriginScope> = []
    return scopes.filter { seen.insert($0).inserted }
  }

  private static func index(_ goods: [ScopeGoods]) -> [Int: [Int]] {
    var terms: [Int: [Int]] = [:]
    for (position, scope) in goods.enumerated() {
      for list in scope.isEverything ? [everything] : scope.lists {
        terms[list, default: []].append(position)
      }
    }
    return terms
  }

  /// The terms that may meet a good that stands in some lists, ascending; `nil` when any may.
  func terms(for present: [UInt32]) -> [Int]? {
    guard let termsByList else { return nil }
    var found = termsByList[Self.everything] ?? []
    for entry in present { found += termsByList[Int(entry >> 2)] ?? [] }
    return found.sorted()
  }

  static func all(_ measures: [Measure], lists: [String: Int]) -> [MeasureLinks] {
    var found: [MeasureSelector: [Int]] = [:]
    func find(_ selector: MeasureSelector) -> [Int] {
      if let known = found[selector] { return known }
      let matching = measures.indices.filter { selector.matches(measures[$0]) }
      found[selector] = matching
      return matching
    }
    return measures.map { measure in
      let termGoods = measure.terms.map { ScopeGoods($0.scope.goods, lists) }
      return MeasureLinks(
        terms: measure.terms.map { $0.links(find) },
        readings: measure.terms.map { term in
          term.readings.map { term.links(reading: $0, find) }
        },
        termGoods: termGoods,
        exemptionGoods: measure.exemptions.map { ScopeGoods($0.scope.goods, lists) },
        hull: hull(measure.terms.map(\.validity.span)),
        origins: distinct(measure.terms.map(\.scope.origins)),
        termsByList: termGoods.count < many ? nil : index(termGoods))
    }
  }
}
