public import TariffLaw

/// The law of an importer as a book: an index, a page for each authority with every measure, and
/// pages of the goods lists, country groups and facts they name. The same law gives the same pages.
public struct PrintedLaw: Sendable {
  /// In the order of their paths.
  public let pages: [LawPage]
  public let index: LawPage
  /// In the order in which answers list the measures.
  public let authorities: [AuthoritySummary]
  public let counts: [HeldCount]
  public let regime: Regime
  /// The newest text held, by the day of its publication, or of its signature where that alone is
  /// known.
  public let latest: (day: Day, citation: String)?
  let schedule: Schedule

  /// From so many terms on a measure has a page of its own.
  private static let many = 100

  public init(_ book: LawBook) {
    regime = book.regime
    schedule = book.schedule
    latest = Self.latest(book.regime)
    var goods = GoodsWords(book)
    let counts = book.regime.counts.map { Self.held($0, book.regime, &goods) }
    self.counts = counts
    var names = PageNames()
    var summaries: [AuthoritySummary] = []
    var pages: [LawPage] = []
    for (authority, measures) in Self.byAuthority(book.regime) {
      let lists = Self.lists(of: measures)
      let own = counts.filter { $0.count.lists.contains(where: lists.contains) }
      let summary = AuthoritySummary(
        authority: authority, page: names.name(for: authority), measures: measures.count,
        terms: measures.reduce(0) { $0 + $1.terms.count },
        exemptions: measures.reduce(0) { $0 + $1.exemptions.count }, lists: lists.count,
        rows: lists.reduce(0) { $0 + (book.regime.goodsLists[$1]?.rows.count ?? 0) },
        counts: own.count, agreeing: own.count { $0.agrees })
      summaries.append(summary)
      var lines = [
        "# \(MarkdownTable.escaped(authority))", "", PageWords.back,
        "", "\(PageWords.sums(summary)).", "", PageWords.howToRead,
      ]
      if !own.isEmpty { lines += ["", "Lines held and official:", ""] + PageWords.counts(own) }
      for measure in measures {
        let section = MeasureSection(measure: measure)
        lines += [""] + section.head + [""]
        guard measure.terms.count > Self.many else {
          lines += section.body(&goods)
          continue
        }
        let page = names.name(for: String(measure.id.dropFirst(book.regime.importer.count + 1)))
        lines.append("The terms stand on [a page of their own](\(page)).")
        var own = ["# \(MarkdownTable.escaped(measure.title))", ""]
        own += ["`\(measure.id)`, of [\(authority)](\(summary.page)). \(PageWords.howToRead)", ""]
        pages.append(LawPage(path: page, text: PageWords.text(own + section.body(&goods))))
      }
      pages.append(LawPage(path: summary.page, text: PageWords.text(lines)))
    }
    authorities = summaries
    let lists = ListsPage(regime: book.regime, counts: counts)
    pages.append(LawPage(path: ListsPage.path, text: PageWords.text(lists.lines)))
    pages.append(
      LawPage(path: WordsPage.path, text: PageWords.text(WordsPage(regime: book.regime).lines)))
    var idle: [IdleTerms] = []
    for measure in book.regime.measures {
      if let terms = IdleTerms(measure, &goods) { idle.append(terms) }
    }
    let index = IndexPage(
      regime: book.regime, schedule: book.schedule, authorities: summaries, counts: counts,
      latest: latest, idle: idle)
    self.index = LawPage(path: IndexPage.path, text: PageWords.text(index.lines(goods)))
    pages.append(self.index)
    self.pages = pages.sorted { $0.path < $1.path }
  }

  /// The measures by authority, in the order in which answers list them.
  private static func byAuthority(
    _ regime: Regime
  ) -> [(authority: String, measures: [Measure])] {
    var positions: [String: Int] = [:]
    var groups: [(authority: String, measures: [Measure])] = []
    for measure in regime.measures {
      if let position = positions[measure.authority] {
        groups[position].measures.append(measure)
      } else {
        positions[measure.authority] = groups.count
        groups.append((measure.authority, [measure]))
      }
    }
    return groups
  }

  /// The goods lists that measures name.
  static func lists(of measures: [Measure]) -> Set<String> {
    var lists: Set<String> = []
    for measure in measures {
      for scope in measure.terms.map(\.scope) + measure.exemptions.map(\.scope) {
        lists.formUnion(scope.goods?.lists ?? [])
        lists.formUnion(scope.goods?.except ?? [])
      }
    }
    return lists
  }

  private static func held(
    _ count: OfficialCount, _ regime: Regime, _ goods: inout GoodsWords
  ) -> HeldCount {
    let rows = count.lists.reduce(0) { $0 + (regime.goodsLists[$1]?.rows.count ?? 0) }
    var held: Int? = rows
    if let day = count.day {
      held = goods.coverage(GoodsReference(lists: count.lists), on: day)?.total
    }
    return HeldCount(count: count, held: held, rows: rows)
  }

  private static func latest(_ regime: Regime) -> (day: Day, citation: String)? {
    var latest: (day: Day, citation: String)?
    func see(_ validity: Validity, _ citation: String) {
      guard let day = validity.published ?? validity.signed else { return }
      if latest.map({ $0.day < day }) ?? true { latest = (day, citation) }
    }
    for measure in regime.measures {
      for term in measure.terms { see(term.validity, term.citation) }
      for exemption in measure.exemptions { see(exemption.validity, exemption.citation) }
    }
    return latest
  }
}
