import LawFiles
public import TariffLaw
public import TradeAction

/// The rate lines that an action's measures list on a day, measure by measure, as the schedule of the
/// day numbers them.
public struct ListedLines: Sendable {
  /// A line of a list.
  public struct Line: Hashable, Sendable {
    /// Eight digits.
    public let code: HTSCode
    /// The ten-digit parts that are listed; empty where the whole line is.
    public let parts: [HTSCode]
  }

  /// The goods of one or more terms of a measure.
  public struct Goods: Sendable {
    public let measure: Measure
    /// Terms in force on the day with these goods, in the order of the law.
    public let terms: [Term]
    /// `nil` where the terms take in all goods.
    public let reference: GoodsReference?
    /// In the order of the codes.
    public let lines: [Line]
    /// Codes of the lists that the schedule of the day has not.
    public let missing: [HTSCode]
  }

  public let day: Day
  /// The edition of the schedule, by its position.
  public let edition: Int?
  public let goods: [Goods]

  /// - Parameter tariffs: their measures and their day are taken.
  public init(_ tariffs: ActionTariffs, _ ground: TariffGround) {
    self.init(measures: tariffs.measures, on: tariffs.day, in: ground.book)
  }

  /// - Parameter measures: ids; those the law has not are passed over.
  public init(measures ids: [String], on day: Day, in book: LawBook) {
    self.day = day
    let edition = book.schedule.edition(on: day)
    self.edition = edition
    var goods: [Goods] = []
    for id in ids {
      guard let measure = book.regime.measures.first(where: { $0.id == id }) else { continue }
      var groups: [(reference: GoodsReference?, terms: [Term])] = []
      for term in measure.terms where term.validity.span.contains(day) {
        if let known = groups.firstIndex(where: { $0.reference == term.scope.goods }) {
          groups[known].terms.append(term)
        } else {
          groups.append((term.scope.goods, [term]))
        }
      }
      for group in groups {
        let found =
          edition.map { Self.lines(of: group.reference, in: book, $0) } ?? (lines: [], missing: [])
        goods.append(
          Goods(
            measure: measure, terms: group.terms, reference: group.reference, lines: found.lines,
            missing: found.missing))
      }
    }
    self.goods = goods
  }

  private static func lines(
    of goods: GoodsReference?, in book: LawBook, _ edition: Int
  ) -> (lines: [Line], missing: [HTSCode]) {
    guard let goods else { return ([], []) }
    let schedule = book.schedule
    var candidates: Set<HTSCode> = []
    var missing: [HTSCode] = []
    for name in goods.lists {
      for row in book.regime.goodsLists[name]?.rows ?? [] where row.included {
        // An edition may hold no suffixes: a listed suffix makes its line a candidate.
        let under = row.code.prefix(8)
        let lines = schedule.codes(under: under, in: edition).filter { $0.length >= 8 }
        if lines.isEmpty
          || (row.code.length == 10 && schedule.editions[edition].holdsSuffixes
            && !schedule.contains(row.code, in: edition))
        {
          missing.append(row.code)
        }
        for line in lines { candidates.insert(line.prefix(8)) }
      }
    }
    let scope = Scope(goods: goods)
    var found: [Line] = []
    for line in candidates.sorted() {
      switch book.regime.covers(scope, line) {
      case true?: found.append(Line(code: line, parts: []))
      case nil:
        var parts = schedule.codes(under: line, in: edition).filter { $0.length == 10 }
        if parts.isEmpty {
          parts = goods.lists.flatMap { book.regime.goodsLists[$0]?.rows ?? [] }
            .filter { $0.included && $0.code.length == 10 && line.contains($0.code) }.map(\.code)
        }
        let listed = parts.filter { book.regime.covers(scope, $0) == true }.sorted()
        if !listed.isEmpty { found.append(Line(code: line, parts: listed)) }
      case false?: break
      }
    }
    return (found, Set(missing).sorted())
  }

  /// Every listed line, each once.
  public var codes: [HTSCode] { Set(goods.flatMap { $0.lines.map(\.code) }).sorted() }

  /// Listed lines that no covered imports of the baseline stand for.
  func withoutImports(in tariffs: ActionTariffs, _ ground: TariffGround) -> [HTSCode] {
    guard let edition else { return [] }
    let schedule = ground.book.schedule
    var reached: Set<HTSCode> = []
    for cell in tariffs.cells {
      for index in cell.indices.prefix(1) {
        let pieces = ground.carrier.pieces(of: ground.baseline.codes[index], in: edition) {
          schedule.contains($0, in: edition)
        }
        for piece in pieces.codes { reached.insert(piece.code.prefix(8)) }
      }
    }
    return codes.filter { !reached.contains($0) }
  }
}
