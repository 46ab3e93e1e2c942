/// Prices many entries: what differs in value alone is worked out once.
///
/// Give each thread a pricer of its own over the same ``PricingTables``. The answers are those of
/// ``LawBook/assess(_:knownOn:)``, without the words.
public struct EntryPricer {
  private let tables: PricingTables
  private let positionOfOrigin: [CountryCode: Int]
  private var law: [Law: OriginState] = [:]
  /// Answers that hold whatever the value and quantities, in the order found.
  public private(set) var shared: [PricedEntry] = []

  /// An answer: one of ``EntryPricer/shared``, or one for this entry alone.
  public enum Answer {
    case shared(Int)
    case own(PricedEntry)
  }

  private struct Law: Hashable {
    let interval: Int
    let kind: Int
    let edition: Int
    let isUnclaimed: Bool
  }

  /// What is known for one kind of origin in one interval.
  private struct OriginState {
    let law: OriginLaw
    var kinds: GoodsKinds
    var priced: [Place: Int] = [:]
  }

  private struct Place: Hashable {
    let kind: Int
    let general: Int
    let other: Int
    let special: Int
    let excluded: Int
    /// The origin matters where a line keeps countries out of a programme.
    let origin: CountryCode?
    let claims: [String]
    let facts: [String: FactValue]
  }

  public init(_ tables: PricingTables) {
    self.tables = tables
    positionOfOrigin = Dictionary(
      uniqueKeysWithValues: (tables.book.countries ?? []).sorted().enumerated().map { ($1, $0) })
  }

  /// What is owed on an entry.
  ///
  /// - Throws: ``LawBookError`` when the law or the data is damaged; bad entries are answers.
  public mutating func price(_ entry: Entry) throws(LawBookError) -> Answer {
    let book = tables.book
    // Another day governs: the shared tables are for days of entry.
    if let fact = book.regime.governingDayFact, entry.facts[fact] != nil {
      return .own(PricedEntry(try book.assess(entry, knownOn: tables.knownOn)))
    }
    guard book.regime.span.contains(entry.day), let edition = book.schedule.edition(on: entry.day),
      let origin = positionOfOrigin[entry.origin]
    else { return .own(PricedEntry(try book.assess(entry, knownOn: tables.knownOn))) }
    let goods = tables.goods(edition)
    guard let position = goods.position[entry.code.raw] else {
      // A suffix the edition cannot know, or an unknown code: the long way says which.
      return .own(PricedEntry(try book.assess(entry, knownOn: tables.knownOn)))
    }
    let interval = tables.interval(of: entry.day)
    let kinds = tables.kinds(interval, isUnclaimed: entry.claims.isEmpty)
    let key = Law(
      interval: interval, kind: kinds.kind[origin], edition: edition,
      isUnclaimed: entry.claims.isEmpty)
    do {
      return try price(entry, at: position, key, kinds, goods)
    } catch let error as ArchiveError {
      throw .data(error)
    } catch let error as StackingCycle {
      throw .law(error)
    } catch {
      throw .data(.damaged("\(error)"))
    }
  }

  private mutating func price(
    _ entry: Entry, at position: Int, _ key: Law, _ kinds: OriginKinds,
    _ goods: PricingTables.EditionGoods
  ) throws -> Answer {
    if law[key] == nil {
      let law = kinds.laws[key.kind]
      self.law[key] = OriginState(law: law, kinds: GoodsKinds(law, goods.signatures))
    }
    let line = goods.keys[position]
    let signature = goods.signatures.signature[position]
    guard let kind = law[key]?.kinds.kind(of: signature) else { return .own(.none) }
    let place = Place(
      kind: kind, general: line.general, other: line.other,
      special: entry.claims.isEmpty ? 0 : line.special,
      excluded: entry.claims.isEmpty ? 0 : line.excluded,
      origin: entry.claims.isEmpty || line.excluded == 0 ? nil : entry.origin,
      claims: entry.claims, facts: entry.facts)
    let position: Int
    if let known = law[key]?.priced[place] {
      position = known
    } else {
      // First without amounts: if the answer asks for none, it is the answer for every amount.
      var bare = entry
      bare.value = nil
      bare.quantities = [:]
      position = shared.count
      shared.append(try priced(bare, line, signature, key))
      law[key]?.priced[place] = position
    }
    return shared[position].dependsOnAmounts
      ? .own(try priced(entry, line, signature, key)) : .shared(position)
  }

  private func priced(
    _ entry: Entry, _ line: LineKey, _ signature: Int, _ key: Law
  ) throws -> PricedEntry {
    guard let state = law[key] else { return .none }
    // The law of a kind is made for its first origin; the entry keeps its own.
    let summary = try state.law.summary(
      entry, line: try tables.book.schedule.line(line),
      goods: state.kinds.verdicts(line.code, signature), bounded: true)
    return PricedEntry(summary, edition: tables.book.schedule.editions[key.edition].id)
  }
}
