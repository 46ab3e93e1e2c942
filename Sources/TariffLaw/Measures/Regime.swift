/// The law of one importer over time: measures with what they refer to.
public struct Regime: Hashable, Sendable {
  /// The importer's id, the name of its law folder.
  public let importer: String
  public let title: String
  /// The days for which the law is held. A day outside is refused.
  public let span: DaySpan
  /// In the order in which they are listed in an answer.
  public let measures: [Measure]
  public let goodsLists: [String: GoodsList]
  public let groups: [String: CountryGroup]
  public let facts: [String: FactDefinition]
  /// A fact of kind day that, where stated, is the day the law of which governs the entry (as the
  /// day of admission to a foreign-trade zone in privileged foreign status).
  public let governingDayFact: String?
  /// What is known to be missing.
  public let gaps: [Gap]
  /// Days by which something is to be done about an entry.
  public let deadlines: [Deadline]
  /// Law of another kind that these files do not cover at all.
  public let outside: [OutsideLaw]
  /// Official numbers of lines that the goods lists are held against.
  public let counts: [OfficialCount]
  /// The goods lists by the position that ``links`` use.
  let lists: [GoodsList]
  let listPositions: [String: Int]
  /// What the terms and exemptions refer to, as positions instead of names.
  let links: [MeasureLinks]

  public init(
    importer: String, title: String, span: DaySpan, measures: [Measure],
    goodsLists: [String: GoodsList], groups: [String: CountryGroup],
    facts: [String: FactDefinition], governingDayFact: String? = nil, gaps: [Gap] = [],
    deadlines: [Deadline] = [], outside: [OutsideLaw] = [], counts: [OfficialCount] = []
  ) {
    let names = goodsLists.keys.sorted()
    self.init(
      importer: importer, title: title, span: span, measures: measures, goodsLists: goodsLists,
      groups: groups, facts: facts, governingDayFact: governingDayFact, gaps: gaps,
      deadlines: deadlines, outside: outside, counts: counts,
      lists: names.compactMap { goodsLists[$0] },
      listPositions: Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) }))
  }

  private init(
    importer: String, title: String, span: DaySpan, measures: [Measure],
    goodsLists: [String: GoodsList], groups: [String: CountryGroup],
    facts: [String: FactDefinition], governingDayFact: String?, gaps: [Gap],
    deadlines: [Deadline], outside: [OutsideLaw], counts: [OfficialCount], lists: [GoodsList],
    listPositions: [String: Int]
  ) {
    self.importer = importer
    self.title = title
    self.span = span
    self.measures = measures
    self.goodsLists = goodsLists
    self.groups = groups
    self.facts = facts
    self.governingDayFact = governingDayFact
    self.gaps = gaps
    self.deadlines = deadlines
    self.outside = outside
    self.counts = counts
    self.lists = lists
    self.listPositions = listPositions
    links = MeasureLinks.all(measures, lists: listPositions)
  }

  /// The same law with other measures, which name only goods lists, groups and facts of this one.
  func with(_ measures: [Measure]) -> Regime {
    Regime(
      importer: importer, title: title, span: span, measures: measures, goodsLists: goodsLists,
      groups: groups, facts: facts, governingDayFact: governingDayFact, gaps: gaps,
      deadlines: deadlines, outside: outside, counts: counts, lists: lists,
      listPositions: listPositions)
  }

  /// Names that may be claimed, folded to upper case.
  package var claimNames: Set<String> {
    var names: Set<String> = []
    for measure in measures {
      for term in measure.terms { names.formUnion(term.scope.allClaims) }
      for exemption in measure.exemptions { names.formUnion(exemption.scope.allClaims) }
    }
    return Set(names.map { $0.uppercased() })
  }

  /// The same law without some measures, or with others added: what an action changes.
  public func changed(removing removed: Set<String> = [], adding added: [Measure] = []) -> Regime {
    let replaced = removed.union(added.map(\.id))
    return with(measures.filter { !replaced.contains($0.id) } + added)
  }
}

extension Scope {
  /// The claims the scope asks for, in its list or in its condition.
  var allClaims: [String] { claims + condition.claims }
}

extension Condition {
  var claims: [String] {
    switch self {
    case .always, .fact: []
    case .claimed(let names): names
    case .all(let parts), .any(let parts): parts.flatMap(\.claims)
    case .not(let part): part.claims
    }
  }
}
