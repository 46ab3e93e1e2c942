import TariffLaw

/// The goods of scopes in words, with how many rows and rate lines they are.
struct GoodsWords {
  private let book: LawBook
  /// Reckoned once for each set of goods and edition: measures name the same lists in many terms.
  private var coverages: [Key: LineCoverage] = [:]

  private struct Key: Hashable {
    let goods: GoodsReference
    let edition: Int
  }

  init(_ book: LawBook) { self.book = book }

  /// So many codes written in a law file itself are shown one by one.
  private static let shown = 6

  /// A list that is written where it is used, not in a file of its own.
  static func isInline(_ name: String) -> Bool { name.contains("#") }

  func words(_ goods: GoodsReference?) -> String {
    guard let goods else { return "all goods" }
    let words = LawWords.list(goods.lists.map(list))
    return goods.except.isEmpty ? words : "\(words) except \(LawWords.list(goods.except.map(list)))"
  }

  private func list(_ name: String) -> String {
    let rows = book.regime.goodsLists[name]?.rows ?? []
    guard Self.isInline(name) || !name.hasSuffix(".csv") else {
      return "\(name) (\(LawWords.count(rows.count, "row")))"
    }
    let codes = rows.prefix(Self.shown).map(\.code.dotted)
    return rows.count > Self.shown
      ? "\(LawWords.list(codes)) … (\(LawWords.count(rows.count, "code")))" : LawWords.list(codes)
  }

  /// The rate lines goods take in on the first day of a span for which a schedule is held; `nil`
  /// for all goods, and where there is no edition.
  mutating func coverage(_ goods: GoodsReference?, on span: DaySpan) -> LineCoverage? {
    guard let goods else { return nil }
    let starts = [span.first, book.regime.span.first, book.schedule.editions.first?.from]
    guard let day = starts.compactMap({ $0 }).max() else { return nil }
    return coverage(goods, on: day)
  }

  mutating func coverage(_ goods: GoodsReference, on day: Day) -> LineCoverage? {
    guard let edition = book.schedule.edition(on: day) else { return nil }
    let key = Key(goods: goods, edition: edition)
    if let known = coverages[key] { return known }
    let coverage = book.coverage(of: goods, in: edition)
    coverages[key] = coverage
    return coverage
  }
}
