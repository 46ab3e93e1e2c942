public import LongWork
public import TariffLaw
import TradeAction
package import TradeData

/// The effective statutory rate over time: the law of each day on the imports of one year.
public struct EffectiveRateAnswer: Sendable {
  /// The days from one change of the law to the next.
  public struct Row: Sendable {
    public let day: Day
    /// The last day on which the row holds within the span asked for.
    public let until: Day
    package let total: EffectiveRateTally
    /// By origin or section; empty otherwise.
    package let parts: [Part]
  }

  /// One origin or section.
  package struct Part: Sendable {
    package let key: String
    package let name: String
    package let tally: EffectiveRateTally
  }

  public let request: EffectiveRateRequest
  public let rows: [Row]
  /// The authorities of the law, in the order of the tallies.
  package let authorities: [String]
  package let weights: Weights
  /// Law known to be missing in the span.
  package let gaps: [Gap]
  package let vintage: Vintage
  package let claimed: Claimed

  /// The imports of the year, with what was collected on them.
  package struct Weights: Sendable {
    package let title: String
    package let year: Int
    package let value: Int
    package let duty: Int
    package let note: String?
    /// Whether the duties of the cells are published.
    package let holdsDuty: Bool
    package let origins: [(key: String, name: String, value: Int, duty: Int)]
  }

  /// Dollars entered under a preference.
  package struct Claimed: Sendable {
    package let observed: Int
    package let inferred: Int
    /// The origins whose shares are published, and those whose are inferred, with what they claim.
    package let observedOrigins: [String]
    package let inferredOrigins: [String]
  }

  package struct Vintage: Sendable {
    package let importer: String
    package let law: DaySpan
    package let knownOn: Day?
    package let editions: [String]
    package let assumed: [String]
  }

  /// - Parameter watch: may stop it between the days of an origin.
  /// - Throws: ``RequestError`` for what the user can mend, ``LawBookError`` or `ArchiveError` when
  ///   data is damaged; `WorkStopped`.
  public init(
    _ request: EffectiveRateRequest, book: LawBook, knownOn: Day? = nil, threads: Int? = nil,
    watch: WorkWatch = .nobody
  ) throws {
    guard let weights = try ImportWeights.shipped(request.weights) else {
      throw RequestError(
        field: "weights",
        message: "there are no weights '\(request.weights)'; shipped: "
          + ImportWeights.names.joined(separator: ", "))
    }
    try self.init(
      request, weights: weights, book: book, knownOn: knownOn, threads: threads, watch: watch)
  }

  /// The same for weights that are not shipped.
  package init(
    _ request: EffectiveRateRequest, weights: ImportWeights, book: LawBook, knownOn: Day? = nil,
    threads: Int? = nil, watch: WorkWatch = .nobody
  ) throws {
    let span = try Self.checked(request, book)
    var use: ProgrammeUse?
    if request.claims == .observed2024 {
      let shares = try ProgrammeUse.shipped2024()
      guard shares.year == weights.year else {
        throw RequestError(
          field: "claims",
          message: "the shares of \(shares.year) are by the codes of that year; use the weights "
            + "us-imports-\(shares.year), or --claims none")
      }
      use = shares
    }
    let tables = PricingTables(book, knownOn: knownOn)
    let carrier = try CodeCarrier(for: weights, book.schedule)
    let basis = try CollectedBasis(weights, use, book, tables, carrier)
    let days = book.regime.daysOfChange(in: span, schedule: book.schedule)
    let authorities = Set(book.regime.measures.filter { !$0.isColumn }.map(\.authority)).sorted()
    let sections = request.by == .section ? try Sections(weights.codes) : Sections.none(weights)
    let table = try Self.tallies(
      days, weights, basis, carrier, tables, sections, authorities, threads, watch)

    self.request = request
    self.authorities = authorities
    rows = days.indices.map { index in
      Row(
        day: days[index],
        until: index + 1 < days.count ? days[index + 1].advanced(by: -1) : span.upperBound,
        total: Self.sum(table[index].flatMap(\.self), authorities.count),
        parts: Self.parts(table[index], request.by, weights, sections, authorities.count))
    }
    let amounts = weights.cells.map { cells in
      (value: cells.reduce(0) { $0 + $1.value }, duty: cells.reduce(0) { $0 + $1.duty })
    }
    self.weights = Weights(
      title: weights.title, year: weights.year, value: amounts.reduce(0) { $0 + $1.value },
      duty: amounts.reduce(0) { $0 + $1.duty }, note: weights.note, holdsDuty: weights.holdsDuty,
      origins: zip(weights.origins, amounts).map { ($0.key, $0.name, $1.value, $1.duty) })
    gaps = book.regime.gaps.filter {
      $0.span.overlaps(DaySpan(from: span.lowerBound, until: span.upperBound))
    }
    let editions = Set(days.compactMap { book.schedule.edition(on: $0) }).sorted()
    vintage = Vintage(
      importer: book.regime.importer, law: book.regime.span, knownOn: knownOn,
      editions: editions.map { book.schedule.editions[$0].id },
      assumed: book.assumed.map(\.description))
    claimed = Self.claimed(basis, weights, use)
  }

  private static func checked(
    _ request: EffectiveRateRequest, _ book: LawBook
  ) throws(RequestError) -> ClosedRange<Day> {
    guard request.first <= request.last else {
      throw RequestError(
        field: "to", message: "\(request.last) is before \(request.first); swap them")
    }
    for (field, day) in [("from", request.first), ("to", request.last)]
    where !book.regime.span.contains(day) || book.schedule.edition(on: day) == nil {
      throw RequestError(
        field: field,
        message: "the law of \(book.regime.title) is held \(book.regime.span); \(day) is "
          + "outside. Choose a day within.")
    }
    return request.first...request.last
  }

  /// The sums by day, origin and group of codes, on as many cores as there are.
  private static func tallies(
    _ days: [Day], _ weights: ImportWeights, _ basis: CollectedBasis,
    _ carrier: CodeCarrier, _ tables: PricingTables, _ sections: Sections,
    _ authorities: [String], _ threads: Int?, _ watch: WorkWatch
  ) throws -> [[[EffectiveRateTally]]] {
    let steps = watch.steps("origins", of: weights.origins.count)
    let found = try OriginSweep.run(sizes: weights.cells.map(\.count), threads: threads) {
      let worker = EffectiveRateWorker(
        weights, basis, carrier, tables, groups: sections.ofCode, groupCount: sections.keys.count,
        authorities: authorities, watch: watch)
      return { origin in try steps.step { try worker.tallies(origin, on: days) } }
    }
    return days.indices.map { day in weights.origins.indices.map { found[$0][day] } }
  }

  private static func sum(
    _ tallies: [EffectiveRateTally], _ authorities: Int
  ) -> EffectiveRateTally {
    tallies.reduce(into: EffectiveRateTally(authorities: authorities)) { $0 += $1 }
  }

  private static func parts(
    _ row: [[EffectiveRateTally]], _ by: EffectiveRateRequest.Dimension?,
    _ weights: ImportWeights, _ sections: Sections, _ authorities: Int
  ) -> [Part] {
    switch by {
    case nil, .authority: []
    case .origin:
      zip(weights.origins, row).map {
        Part(key: $0.key, name: $0.name, tally: sum($1, authorities))
      }
    case .section:
      sections.keys.indices.map { group in
        Part(
          key: sections.keys[group], name: "",
          tally: sum(row.map { $0[group] }, authorities))
      }.filter { $0.tally.value > 0 }
    }
  }

  private static func claimed(
    _ basis: CollectedBasis, _ weights: ImportWeights, _ use: ProgrammeUse?
  ) -> Claimed {
    let claiming = weights.origins.indices.filter { basis.claims[$0] != nil }
    let isObserved = { (origin: Int) in
      weights.origins[origin].countries.contains { use?.origins.contains($0) ?? false }
    }
    return Claimed(
      observed: basis.observed, inferred: basis.inferred,
      observedOrigins: claiming.filter(isObserved).map { weights.origins[$0].key },
      inferredOrigins: claiming.filter { !isObserved($0) }.map { weights.origins[$0].key })
  }

  /// The sections of the Harmonized System that codes fall in.
  struct Sections: Sendable {
    let keys: [String]
    /// By position of the code.
    let ofCode: [Int]

    /// One group of all codes.
    static func none(_ weights: ImportWeights) -> Sections {
      Sections(keys: [""], ofCode: Array(repeating: 0, count: weights.codes.count))
    }

    private init(keys: [String], ofCode: [Int]) {
      self.keys = keys
      self.ofCode = ofCode
    }

    /// - Throws: `ArchiveError` when the classifications are damaged.
    init(_ codes: [HTSCode]) throws {
      let system = try HarmonizedSystem.shipped()
      var keys: [String] = []
      for chapter in system.chapters where !keys.contains(chapter.section) {
        keys.append(chapter.section)
      }
      let positions = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
      // The national chapters belong to no section of the Harmonized System.
      keys.append("special")
      let last = keys.count - 1
      self.init(
        keys: keys,
        ofCode: codes.map { code in
          system.chapter(of: code).flatMap { positions[$0.section] } ?? last
        })
    }
  }
}
