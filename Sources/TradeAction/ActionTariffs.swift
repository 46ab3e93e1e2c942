public import TariffLaw
public import TradeData

/// What an action changes in law, cell by cell of a baseline: the duty with its measures less the
/// duty without them, on a day.
public struct ActionTariffs: Sendable {
  /// A cell whose duty the action changes.
  public struct Cell: Sendable {
    /// The index in the baseline.
    public let index: Int
    /// Change of the rate, as a share of the customs value.
    public let change: Double
    /// What each measure of the action lays, by its position in the action.
    public let byMeasure: [Double]
    /// The share of the line the action covers; below one where it covers only ten-digit parts.
    public let covered: Double
  }

  public let action: Action
  public let day: Day
  /// In the order of the baseline.
  public let cells: [Cell]
  /// Cells in scope whose change could not be found, with the reason.
  public let unpriced: [(index: Int, reason: String)]
  /// Listed codes of which the baseline has no line, as they are numbered otherwise in its year.
  public let unmatched: [HTSCode]

  /// - Throws: ``ActionError`` when the action names a measure the law has not, ``LawBookError`` or
  ///   `ArchiveError` when data is damaged.
  public init(
    _ action: Action, on day: Day, book: LawBook, baseline: ImportBaseline, flows: LineParts
  ) throws {
    self.action = action
    self.day = day
    let with = book.regime
    var measures: [Measure] = []
    for id in action.measures {
      guard let measure = with.measures.first(where: { $0.id == id }) else {
        throw ActionError(message: "measures: the law of \(with.title) has no measure '\(id)'")
      }
      measures.append(measure)
    }
    let without = with.changed(removing: Set(action.measures))
    guard
      let start = Day(year: baseline.year, month: 1, day: 1),
      let edition = book.schedule.edition(on: start)
    else { throw ActionError(message: "no edition of the schedule for \(baseline.year)") }

    let named = Set(baseline.origins.flatMap(\.countries))
    let others = (book.countries ?? []).subtracting(named).sorted()
    // A line's parts are the same for every origin.
    var partsOf: [HTSCode: [(code: HTSCode, share: Fraction)]] = [:]
    func becomes(_ code: HTSCode) throws -> [(code: HTSCode, share: Fraction)] {
      if let known = partsOf[code] { return known }
      let found = try flows.parts(of: code, covering: measures, in: book, from: edition)
      partsOf[code] = found
      return found
    }
    // The law an origin can meet on the day, with the action and without it; origins the action
    // leaves alone have none.
    var law: [CountryCode: (with: OriginLaw, without: OriginLaw)] = [:]
    for country in named.union(others)
    where measures.contains(where: { with.mayCover($0, country, on: day) }) {
      law[country] = (
        OriginLaw(with, origin: country, day: day), OriginLaw(without, origin: country, day: day)
      )
    }
    // Which lists hold a code is the same for every origin.
    let lookup = ListLookup(for: law.values.flatMap { [$0.with, $0.without] })
    var goods: [HTSCode: ListedGood] = [:]
    func listing(of code: HTSCode) -> ListedGood {
      if let known = goods[code] { return known }
      let found = lookup.listed(code)
      goods[code] = found
      return found
    }
    // The same by origin of the baseline. Countries of a block weigh alike: the baseline does not
    // tell them apart.
    let members = baseline.origins.map { $0.countries.isEmpty ? others : $0.countries }
    let reached = members.map { countries in
      countries.compactMap { country in
        law[country].map { (country: country, with: $0.with, without: $0.without) }
      }
    }
    var cells: [Cell] = []
    var unpriced: [(index: Int, reason: String)] = []
    for index in baseline.codes.indices where !reached[baseline.origin[index]].isEmpty {
      let code = baseline.codes[index]
      let listed = code.length == 8 ? try becomes(code).map(\.code) : [code]
      let touched = measures.contains { measure in
        listed.contains { with.mayCover(measure, $0, on: day) }
      }
      guard touched else { continue }
      guard code.length == 8, let line = try book.schedule.line(for: code, in: edition) else {
        unpriced.append((index, "\(code.dotted) is no rate line of the baseline"))
        continue
      }
      var change = Fraction.zero
      var parts = [Double](repeating: 0, count: measures.count)
      var covered = 0.0
      var failure: String?
      let weight = Fraction(1, over: members[baseline.origin[index]].count)
      for (country, with, without) in reached[baseline.origin[index]] {
        for (part, share) in try becomes(code) {
          let entry = Entry(code: part, origin: country, day: day)
          let new = try with.reckon(entry, line: line, good: listing(of: part))
          let old = try without.reckon(entry, line: line, good: listing(of: part))
          guard let difference = Self.difference(new.lines, old.lines) else {
            failure = "the duty of \(code.dotted) is not known without more facts"
            continue
          }
          change += difference * share * weight
          let portion = (share * weight).doubleValue
          if !difference.isZero { covered += portion }
          for (position, measure) in measures.enumerated() {
            let lines = new.lines.filter { $0.measure == measure.id && $0.status == .applied }
            parts[position] += lines.reduce(0) { $0 + ($1.rate?.doubleValue ?? 0) } * portion
          }
        }
      }
      if let failure { unpriced.append((index, failure)) }
      guard !change.isZero else { continue }
      cells.append(
        Cell(index: index, change: change.doubleValue, byMeasure: parts, covered: covered))
    }
    self.cells = cells
    self.unpriced = unpriced
    unmatched = Self.unmatched(measures, book, edition, day, partsOf)
  }

  /// What the lines on top come to with the action less without it. A line that is not known without
  /// more facts drops out where it is the same in both.
  private static func difference(_ new: [AssessedLine], _ old: [AssessedLine]) -> Fraction? {
    func sorted(_ lines: [AssessedLine]) -> (known: Fraction, open: Set<String>) {
      var known = Fraction.zero
      var open: Set<String> = []
      for line in lines where !line.isColumn {
        switch line.status {
        case .applied where line.rate != nil: known += line.rate ?? 0
        case .applied, .needsFacts: open.insert(line.measure)
        case .displaced, .notInScope, .void: break
        }
      }
      return (known, open)
    }
    let (with, without) = (sorted(new), sorted(old))
    return with.open == without.open ? with.known - without.known : nil
  }

  /// Listed lines that no line of the baseline stands for.
  private static func unmatched(
    _ measures: [Measure], _ book: LawBook, _ edition: Int, _ day: Day,
    _ partsOf: [HTSCode: [(code: HTSCode, share: Fraction)]]
  ) -> [HTSCode] {
    var reached: Set<HTSCode> = []
    for (line, parts) in partsOf {
      reached.insert(line)
      for part in parts { reached.insert(part.code.prefix(8)) }
    }
    var missing: Set<HTSCode> = []
    let lists = Set(measures.flatMap { $0.terms.flatMap { $0.scope.goods?.lists ?? [] } })
    for list in lists {
      for row in book.regime.goodsLists[list]?.rows ?? []
      where row.included && row.code.length >= 8 {
        let line = row.code.prefix(8)
        // A line the year had and nobody used is covered with nothing in it.
        let exists = book.schedule.edition(on: day).map {
          book.schedule.contains(row.code, in: $0)
        }
        if exists ?? false, !reached.contains(line), !book.schedule.contains(line, in: edition) {
          missing.insert(row.code)
        }
      }
    }
    return missing.sorted()
  }
}
