import TariffLaw
import TradeAction
import TradeData

/// Two actions side by side, on one baseline and with one set of assumptions.
///
/// Each is held against the law without its own measures, or against its own earlier day: neither knows
/// of the other, and the difference is not what adding B to A would do.
public struct ActionComparison: Sendable {
  public let a: AssessedAction
  public let b: AssessedAction
  /// Lines that either lists, in the order of their codes.
  public let lines: [ComparedLine]
  public let amounts: [ComparedAmount]
  /// By sector of the model, by section and by chapter of the Harmonized System; groups that neither
  /// touches are left out.
  public let sectors: [ComparedGroup]
  public let sections: [ComparedGroup]
  public let chapters: [ComparedGroup]

  /// - Throws: ``ActionError`` when the two do not rest on the same baseline, assumptions, horizon and
  ///   draws, or are not of one importer; `ArchiveError` when shipped names are damaged.
  public init(_ a: AssessedAction, _ b: AssessedAction) throws {
    try Self.check(a, b)
    self.a = a
    self.b = b
    lines = Self.lines(a, b)
    amounts = ImpactAmount.allCases.map { amount in
      ComparedAmount(
        amount: amount, a: amount.estimate(a.impact), b: amount.estimate(b.impact),
        difference: amount.difference(b.impact, less: a.impact))
    }
    let industries = try IndustryNames.shipped()
    sectors = a.sectorNames.indices.map { sector in
      let name = a.sectorNames[sector]
      var group = ComparedGroup(key: name, title: industries.title(ofSector: name) ?? "")
      group.a = Self.sums(a.sectors[sector])
      group.b = Self.sums(b.sectors[sector])
      return group
    }.filter { $0.a.lines > 0 || $0.b.lines > 0 }
    let system = try HarmonizedSystem.shipped()
    chapters = Self.groups(a, b) { code in
      let chapter = code.prefix(2)
      return (chapter.digits, system.chapter(of: code)?.title ?? "", chapter.chapter)
    }
    var orders: [String: Int] = [:]
    var spans: [String: (first: String, last: String)] = [:]
    for chapter in system.chapters {
      let digits = chapter.code.digits
      if orders[chapter.section] == nil { orders[chapter.section] = orders.count }
      spans[chapter.section] = (spans[chapter.section]?.first ?? digits, digits)
    }
    sections = Self.groups(a, b) { code in
      // The national chapters belong to no section.
      let section = system.chapter(of: code)?.section ?? "special"
      let title =
        spans[section].map {
          $0.first == $0.last ? "chapter \($0.first)" : "chapters \($0.first) to \($0.last)"
        } ?? "national chapters"
      return (section, title, orders[section] ?? orders.count)
    }
  }

  private static func check(_ a: AssessedAction, _ b: AssessedAction) throws(ActionError) {
    let (x, y) = (a.impact, b.impact)
    func same(_ one: String, _ other: String, _ what: String, _ option: String)
      throws(ActionError)
    {
      guard one == other else {
        throw ActionError(
          message: "\(x.action.id) and \(y.action.id) rest on different \(what) (\(one), \(other));"
            + " give both the same with \(option)")
      }
    }
    guard x.action.importer == y.action.importer else {
      throw ActionError(
        message: "\(x.action.id) is of the importer '\(x.action.importer)' and \(y.action.id) of"
          + " '\(y.action.importer)'; two importers' actions cannot be set side by side")
    }
    try same(x.vintage.baseline, y.vintage.baseline, "baselines", "--baseline")
    try same(x.vintage.assumptions, y.vintage.assumptions, "assumptions", "--assumptions")
    try same(
      x.vintage.horizon?.name ?? "none", y.vintage.horizon?.name ?? "none", "horizons",
      "--horizon")
    guard x.draws?.request == y.draws?.request else {
      throw ActionError(
        message: "\(x.action.id) and \(y.action.id) were drawn differently; pair the draws by one"
          + " count and one seed")
    }
    guard a.sectorNames == b.sectorNames else {
      throw ActionError(
        message: "\(x.action.id) and \(y.action.id) were assessed on different sectors")
    }
  }

  private static func lines(_ a: AssessedAction, _ b: AssessedAction) -> [ComparedLine] {
    func byCode(_ action: AssessedAction) -> [HTSCode: ActionLine] {
      var found: [HTSCode: ActionLine] = [:]
      for code in action.idleLines { found[code] = ActionLine(code: code, imports: 0, duty: 0) }
      for line in action.lines { found[line.code] = line }
      return found
    }
    let (first, second) = (byCode(a), byCode(b))
    return Set(first.keys).union(second.keys).sorted().map {
      ComparedLine(code: $0, a: first[$0], b: second[$0])
    }
  }

  private static func sums(_ sums: AssessedAction.SectorSums) -> ComparedGroup.Sums {
    ComparedGroup.Sums(
      lines: sums.lines, imports: sums.imports, duty: sums.duty, buyersLoss: sums.buyersLoss)
  }

  /// Lines in groups, in the order of the groups.
  private static func groups(
    _ a: AssessedAction, _ b: AssessedAction,
    _ key: (HTSCode) -> (key: String, title: String, order: Int)
  ) -> [ComparedGroup] {
    var found: [String: (group: ComparedGroup, order: Int)] = [:]
    func add(_ line: ActionLine, _ side: WritableKeyPath<ComparedGroup, ComparedGroup.Sums>) {
      let place = key(line.code)
      var entry =
        found[place.key] ?? (ComparedGroup(key: place.key, title: place.title), place.order)
      entry.group[keyPath: side].lines += 1
      entry.group[keyPath: side].imports += line.imports
      entry.group[keyPath: side].duty += line.duty
      found[place.key] = entry
    }
    for line in a.lines { add(line, \.a) }
    for line in b.lines { add(line, \.b) }
    return found.values.sorted { ($0.order, $0.group.key) < ($1.order, $1.group.key) }
      .map(\.group)
  }

  /// Lines in A alone, in B alone, in both, and the lines in both whose rates differ.
  public var onlyA: [ComparedLine] { lines.filter { $0.b == nil } }
  public var onlyB: [ComparedLine] { lines.filter { $0.a == nil } }
  public var both: [ComparedLine] { lines.filter { $0.a != nil && $0.b != nil } }
}
