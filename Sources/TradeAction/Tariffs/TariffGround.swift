import Synchronization
public import TariffLaw
public import TradeData

/// What finding the tariffs of actions on a baseline needs and no action changes.
public final class TariffGround: Sendable {
  public let book: LawBook
  public let baseline: ImportBaseline
  public let knownOn: Day?
  /// The cells of the baseline by origin and code, whatever their provenance.
  package let weights: ImportWeights
  /// The cells of the baseline behind each cell of the weights, by origin.
  package let cells: [[Range<Int>]]
  package let carrier: CodeCarrier
  package let tables: PricingTables
  private let found: Mutex<CollectedBasis?> = Mutex(nil)

  /// - Parameter knownOn: only texts published by this day count.
  /// - Throws: `ArchiveError` when shipped data is damaged.
  public init(
    book: LawBook, baseline: ImportBaseline, knownOn: Day? = nil
  ) throws(ArchiveError) {
    self.book = book
    self.knownOn = knownOn
    self.baseline = baseline
    var rows: [(code: HTSCode, origin: Int, value: Int, duty: Int)] = []
    var cells = [[Range<Int>]](repeating: [], count: baseline.origins.count)
    var start = 0
    while start < baseline.codes.count {
      var end = start
      var value = 0.0
      var duty = 0.0
      while end < baseline.codes.count, baseline.codes[end] == baseline.codes[start],
        baseline.origin[end] == baseline.origin[start]
      {
        value += baseline.value[end]
        duty += baseline.duty[end]
        end += 1
      }
      cells[baseline.origin[start]].append(start..<end)
      rows.append(
        (
          baseline.codes[start], baseline.origin[start], Int(value.rounded()), Int(duty.rounded())
        ))
      start = end
    }
    self.cells = cells
    weights = ImportWeights(
      id: baseline.id, year: baseline.year, title: baseline.id,
      holdsDuty: baseline.provenance.allSatisfy { $0 == .published },
      origins: baseline.origins.map {
        ImportWeights.Origin(key: $0.name, name: $0.name, countries: $0.countries)
      }, rows: rows)
    carrier = try CodeCarrier(for: weights, book.schedule)
    tables = PricingTables(book, knownOn: knownOn)
  }

  /// The year whose observed use of preferences the baseline's own is; `nil` where none is held.
  public var useYear: Int? { baseline.year == Self.observedYear ? Self.observedYear : nil }

  private static let observedYear = 2024

  /// What the baseline's year shows of claims and of duties that are no share of the value; found
  /// when first asked for.
  ///
  /// - Throws: ``ActionError`` when the law of the year is not held, errors of the data otherwise.
  package func basis() throws -> CollectedBasis {
    try found.withLock { found in
      if let found { return found }
      let use = useYear == nil ? nil : try ProgrammeUse.shipped2024()
      let made = try CollectedBasis(weights, use, book, tables, carrier)
      found = made
      return made
    }
  }
}
