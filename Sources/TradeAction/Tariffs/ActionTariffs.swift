public import TariffLaw
import TradeData

/// What an action changes in law, cell by cell of a baseline: the duty with its measures less the
/// duty without them, on a day.
public struct ActionTariffs: Sendable {
  /// Imports of a code from an origin whose duty the action changes.
  public struct Cell: Sendable {
    /// Its cells in the baseline, which differ only in their provenance.
    public let indices: Range<Int>
    /// Change of the rate, as a share of the customs value.
    public let change: Double
    /// What each measure of the action lays, by its position in ``ActionTariffs/measures``.
    public let byMeasure: [(measure: Int, rate: Double)]
    /// The share of the imports whose duty changes; below one where only ten-digit parts of a line,
    /// some countries of a block or what is not entered under a preference are covered.
    public let covered: Double
    /// The share whose change rests on the default of a fact that an entry would state.
    public let assumed: Double

    /// The cell with only a share of what it was covered left to the action.
    ///
    /// - Parameter share: from 0 to 1.
    package func keeping(_ share: Double) -> Cell {
      Cell(
        indices: indices, change: change * share,
        byMeasure: byMeasure.map { ($0.measure, $0.rate * share) }, covered: covered * share,
        assumed: assumed * share)
    }
  }

  /// Imports in scope whose change could not be found.
  public struct Unpriced: Sendable {
    public let indices: Range<Int>
    public let reason: String
  }

  public let action: Action
  public let day: Day
  /// Ids of the measures of the law that are the action.
  public let measures: [String]
  /// In the order of the baseline.
  public let cells: [Cell]
  public let unpriced: [Unpriced]
  /// Listed codes of which the baseline has no line, as they are numbered otherwise in its year.
  public let unmatched: [HTSCode]

  /// - Throws: ``ActionError`` when the action names a measure the law has not, ``LawBookError`` or
  ///   `ArchiveError` when data is damaged.
  public init(_ action: Action, on day: Day, _ ground: TariffGround) throws {
    let book = ground.book
    let measures = try book.regime.measures(named: action.measures)
    func edition(on day: Day) throws(ActionError) -> Int {
      guard book.regime.span.contains(day), let edition = book.schedule.edition(on: day) else {
        throw ActionError(message: "the law of \(book.regime.title) is not held on \(day)")
      }
      return edition
    }
    let current = try edition(on: day)
    let work: @Sendable () -> (Int) throws -> OriginTariffs
    if let past = action.against {
      let earlier = try edition(on: past)
      work = {
        let comparison = DayComparison(
          ground, after: DayRates(ground, measures, day, current),
          before: DayRates(ground, measures, past, earlier))
        return { try comparison.tariffs(of: $0) }
      }
    } else {
      work = Self.removal(action, measures, day, current, ground)
    }
    let found = try OriginSweep.run(sizes: ground.weights.cells.map(\.count), worker: work)
    self.action = action
    self.day = day
    self.measures = measures.map(\.id)
    cells = found.flatMap(\.cells).sorted { $0.indices.lowerBound < $1.indices.lowerBound }
    unpriced = found.flatMap(\.unpriced)
      .sorted { $0.indices.lowerBound < $1.indices.lowerBound }
    unmatched = Self.unmatched(measures, ground, current)
  }

  /// The same action with other cells of the same baseline.
  package init(_ tariffs: ActionTariffs, cells: [Cell]) {
    action = tariffs.action
    day = tariffs.day
    measures = tariffs.measures
    self.cells = cells
    unpriced = tariffs.unpriced
    unmatched = tariffs.unmatched
  }

  /// The law with the measures less the law without them.
  private static func removal(
    _ action: Action, _ measures: [Measure], _ day: Day, _ edition: Int, _ ground: TariffGround
  ) -> @Sendable () -> (Int) throws -> OriginTariffs {
    let book = ground.book
    let without = PricingTables(
      book.with(book.regime.changed(removing: Set(measures.map(\.id)))),
      knownOn: ground.knownOn, sharing: ground.tables)
    // Origins whose exemptions the action strikes meet its measures without them.
    let struck =
      action.struckExemptions.isEmpty
      ? nil
      : PricingTables(
        book.with(book.regime.changed(adding: measures.map(\.withoutExemptionsOfCountries))),
        knownOn: ground.knownOn, sharing: ground.tables)
    return {
      let base = TariffPricer(
        with: CellPricer(ground.tables), without: CellPricer(without), measures, ground, day,
        edition)
      let charged = struck.map {
        TariffPricer(
          with: CellPricer($0), without: CellPricer(without), measures, ground, day, edition)
      }
      return { origin in
        let isStruck = ground.baseline.origins[origin].countries.contains {
          action.struckExemptions.contains($0)
        }
        return try (isStruck ? charged ?? base : base).tariffs(of: origin)
      }
    }
  }

  /// Listed lines of the day that nothing in the baseline stands for, though a code of another number
  /// may have.
  private static func unmatched(
    _ measures: [Measure], _ ground: TariffGround, _ edition: Int
  ) -> [HTSCode] {
    let schedule = ground.book.schedule
    let reached = Set(
      ground.weights.codes.flatMap { code in
        ground.carrier.pieces(of: code, in: edition) { schedule.contains($0, in: edition) }.codes
          .map { $0.code.prefix(8) }
      })
    let own = Day(year: ground.baseline.year, month: 1, day: 1).flatMap {
      schedule.edition(on: $0)
    }
    var missing: Set<HTSCode> = []
    let lists = Set(measures.flatMap { $0.terms.flatMap { $0.scope.goods?.lists ?? [] } })
    for list in lists {
      for row in ground.book.regime.goodsLists[list]?.rows ?? []
      where row.included && row.code.length >= 8 {
        let line = row.code.prefix(8)
        // A line the year had and nobody used is covered with nothing in it.
        if schedule.contains(row.code, in: edition), !reached.contains(line),
          !(own.map { schedule.contains(line, in: $0) } ?? false)
        {
          missing.insert(row.code)
        }
      }
    }
    return missing.sorted()
  }
}

extension Measure {
  /// The measure as if no country had been spared: without the exemptions that name countries, and
  /// without quotas in place of the duty.
  fileprivate var withoutExemptionsOfCountries: Measure {
    Measure(
      id: id, title: title, authority: authority, terms: terms.filter { $0.effect == .duty },
      exemptions: exemptions.filter { $0.scope.origins == .any }, assumptions: assumptions,
      kind: kind, notes: notes)
  }
}

extension Regime {
  /// Measures by id, or by the start of their ids followed by `*`.
  ///
  /// - Throws: ``ActionError`` naming what the law has not.
  package func measures(named ids: [String]) throws(ActionError) -> [Measure] {
    var found: [Measure] = []
    for id in ids {
      let named =
        id.hasSuffix("*")
        ? measures.filter { $0.id.hasPrefix(id.dropLast()) && $0.kind == .duty }
        : measures.filter { $0.id == id }
      guard !named.isEmpty else {
        throw ActionError(message: "measures: the law of \(title) has no measure '\(id)'")
      }
      for measure in named where !found.contains(where: { $0.id == measure.id }) {
        found.append(measure)
      }
    }
    return found
  }
}
