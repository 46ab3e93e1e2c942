/// Prices many entries: what differs in value alone is worked out once.
///
/// Give each thread a pricer of its own over the same ``PricingTables``. The answers are those of
/// ``LawBook/assess(_:knownOn:)``, without the words.
public struct EntryPricer {
  private let tables: PricingTables
  private let positionOfOrigin: [CountryCode: Int]
  private var numbers: [Interval: [Int]] = [:]
  private var goods: [Int: PricingTables.EditionGoods] = [:]
  private var goodFinds: [CodeEdition: GoodFind] = [:]
  private var laws: [Int: LawState] = [:]
  /// The kind of goods of each signature, by law and edition.
  private var kinds: [LawEdition: [Int32]] = [:]
  private var circumstances: [Circumstances: Int] = [Circumstances(): 0]
  private var columnRates: [Int: Fraction?] = [:]
  /// Answers that hold whatever the value, in the order found.
  public private(set) var shared: [PricedEntry] = []
  private var positions: [PricedEntry.Key: Int] = [:]

  /// An answer and the edition it is by; no edition where none was found.
  public struct Answer {
    public let edition: Int?
    public let source: Source

    /// One of ``EntryPricer/shared``, or one for this entry alone.
    public enum Source {
      case shared(Int)
      case own(PricedEntry)
    }
  }

  private struct Interval: Hashable {
    let interval: Int
    let isUnclaimed: Bool
  }

  private struct CodeEdition: Hashable {
    let code: HTSCode
    let edition: Int
  }

  /// A code in an edition.
  private enum GoodFind {
    /// - Parameter number: of the membership among those of the edition.
    case line(LineKey, GoodsSignatures.Membership, number: Int)
    /// There is no such code; the answer that says so, by its position in `shared`.
    case none(Int)
    /// A line that is divided further: its parts bound the answer, which the long way finds.
    case divided
  }

  private struct LawEdition: Hashable {
    let law: Int
    let edition: Int
  }

  /// What an entry states beside good, origin, day and amounts.
  private struct Circumstances: Hashable {
    var claims: [String] = []
    var facts: [String: FactValue] = [:]
    /// The origin matters where a line keeps countries out of a programme.
    var origin: CountryCode?
    var hasValue = false
  }

  /// What is known of one law.
  private struct LawState {
    let law: OriginLaw
    /// Whether a term refers to a preferential rate, which only some lines have.
    let asksForPreferences: Bool
    var kinds: GoodsKinds
    var priced: [Place: Int] = [:]
    /// What the measures on top come to for a kind of goods, whatever the column of the schedule.
    var additive: [AdditivePlace: AdditiveAnswer] = [:]

    init(_ law: OriginLaw) {
      self.law = law
      asksForPreferences = law.columns.contains { if case .special = $0 { true } else { false } }
      kinds = GoodsKinds(law)
    }
  }

  /// Goods of one kind with equal columns in equal circumstances are priced once.
  private struct Place: Hashable {
    let kind: Int
    let general: Int
    let other: Int
    let special: Int
    let circumstances: Int
  }

  private struct AdditivePlace: Hashable {
    let kind: Int
    /// The preferential rates, where a claim or the law asks for them.
    let special: Int
    let circumstances: Int
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
    let edition = book.schedule.edition(on: entry.day)
    // Another day governs: the shared tables are for days of entry.
    let isGoverned = book.regime.governingDayFact.map { entry.facts[$0] == nil } ?? true
    guard isGoverned, book.regime.span.contains(entry.day), let edition,
      let origin = positionOfOrigin[entry.origin]
    else {
      let assessment = try book.assess(entry, knownOn: tables.knownOn)
      let found = assessment.edition.flatMap { id in
        book.schedule.editions.firstIndex { $0.id == id }
      }
      return Answer(edition: found, source: .own(PricedEntry(assessment)))
    }
    switch try find(entry, edition) {
    case .none(let position): return Answer(edition: edition, source: .shared(position))
    case .divided:
      return Answer(
        edition: edition,
        source: .own(PricedEntry(try book.assess(entry, knownOn: tables.knownOn))))
    case .line(let line, let membership, let number):
      let law = lawNumber(of: origin, on: entry.day, isUnclaimed: entry.claims.isEmpty)
      do {
        let source = try price(
          entry, line, membership, kind: kind(law, edition, membership, number), law)
        return Answer(edition: edition, source: source)
      } catch let error as ArchiveError {
        throw .data(error)
      } catch let error as StackingCycle {
        throw .law(error)
      } catch {
        throw .data(.damaged("\(error)"))
      }
    }
  }

  private mutating func find(_ entry: Entry, _ edition: Int) throws(LawBookError) -> GoodFind {
    let key = CodeEdition(code: entry.code, edition: edition)
    if let known = goodFinds[key] { return known }
    let goods = goods(edition)
    let schedule = tables.book.schedule
    let found: GoodFind
    if let position = goods.position[entry.code.raw] {
      let signature = goods.signatures.signature[position]
      let isDivided =
        position + 1 < goods.keys.count && entry.code.contains(goods.keys[position + 1].code)
      found =
        isDivided
        ? .divided
        : .line(goods.keys[position], goods.signatures.memberships[signature], number: signature)
    } else if entry.code.length == 10, !schedule.editions[edition].holdsSuffixes,
      !schedule.life(of: entry.code).isEmpty,
      let position = goods.position[entry.code.prefix(8).raw]
    {
      // A suffix that the edition cannot know counts by its line, in the lists by itself.
      found = .line(goods.keys[position], tables.membership(of: entry.code), number: -1)
    } else {
      let assessment = try tables.book.assess(entry, knownOn: tables.knownOn)
      found = .none(append(PricedEntry(assessment)))
    }
    goodFinds[key] = found
    return found
  }

  private mutating func goods(_ edition: Int) -> PricingTables.EditionGoods {
    if let known = goods[edition] { return known }
    let found = tables.goods(edition)
    goods[edition] = found
    return found
  }

  private mutating func lawNumber(of origin: Int, on day: Day, isUnclaimed: Bool) -> Int {
    let key = Interval(interval: tables.interval(of: day), isUnclaimed: isUnclaimed)
    if let known = numbers[key] { return known[origin] }
    let found = tables.lawNumbers(key.interval, isUnclaimed: isUnclaimed)
    numbers[key] = found
    return found[origin]
  }

  private mutating func kind(
    _ law: Int, _ edition: Int, _ membership: GoodsSignatures.Membership, _ number: Int
  ) -> Int {
    if laws[law] == nil {
      let found = tables.law(law)
      laws[law] = LawState(found)
    }
    guard number >= 0 else { return laws[law]?.kinds.kind(of: membership) ?? 0 }
    let key = LawEdition(law: law, edition: edition)
    if let known = kinds[key]?[number], known >= 0 { return Int(known) }
    if kinds[key] == nil {
      kinds[key] = Array(repeating: -1, count: goods(edition).signatures.memberships.count)
    }
    let found = laws[law]?.kinds.kind(of: membership) ?? 0
    kinds[key]?[number] = Int32(found)
    return found
  }

  private mutating func price(
    _ entry: Entry, _ line: LineKey, _ membership: GoodsSignatures.Membership, kind: Int, _ law: Int
  ) throws -> Answer.Source {
    let asksForPreferences = !entry.claims.isEmpty || laws[law]?.asksForPreferences ?? true
    var place = Place(
      kind: kind, general: line.general, other: line.other,
      special: asksForPreferences ? line.special << 20 | line.excluded : 0,
      circumstances: circumstances(of: entry, line, hasValue: false))
    let known = laws[law]?.priced[place]
    let found = try known ?? first(entry, line, membership, law, place)
    if known == nil { laws[law]?.priced[place] = found }
    guard shared[found].dependsOnAmounts else { return .shared(found) }
    // An entry that states no quantity is answered alike whatever its value, unless that is asked.
    guard !shared[found].dependsOnValue, entry.quantities.isEmpty else {
      return .own(try priced(entry, line, membership, law))
    }
    guard entry.value != nil else { return .shared(found) }
    place = Place(
      kind: place.kind, general: place.general, other: place.other, special: place.special,
      circumstances: circumstances(of: entry, line, hasValue: true))
    if let known = laws[law]?.priced[place] { return .shared(known) }
    let valued = append(try priced(entry, line, membership, law))
    laws[law]?.priced[place] = valued
    return .shared(valued)
  }

  private mutating func circumstances(
    of entry: Entry, _ line: LineKey, hasValue: Bool
  ) -> Int {
    if entry.claims.isEmpty, entry.facts.isEmpty, !hasValue, line.excluded == 0 { return 0 }
    let key = Circumstances(
      claims: entry.claims, facts: entry.facts,
      origin: line.excluded == 0 ? nil : entry.origin, hasValue: hasValue)
    if let known = circumstances[key] { return known }
    circumstances[key] = circumstances.count
    return circumstances.count - 1
  }

  private mutating func append(_ priced: PricedEntry) -> Int {
    let key = PricedEntry.Key(priced)
    if let known = positions[key] { return known }
    positions[key] = shared.count
    shared.append(priced)
    return shared.count - 1
  }

  /// The first answer at a place, without amounts: if it asks for none, it holds for every amount.
  private mutating func first(
    _ entry: Entry, _ line: LineKey, _ membership: GoodsSignatures.Membership, _ law: Int,
    _ place: Place
  ) throws -> Int {
    let additivePlace = AdditivePlace(
      kind: place.kind, special: place.special, circumstances: place.circumstances)
    if let additive = laws[law]?.additive[additivePlace],
      let column = try additive.fixedColumn ?? columnRate(line, additive.column)
    {
      return append(additive.priced(column))
    }
    var bare = entry
    bare.value = nil
    bare.quantities = [:]
    guard let originLaw = laws[law]?.law else { return append(.none) }
    let summary = try originLaw.summary(
      bare, line: try tables.book.schedule.line(line),
      goods: GoodsVerdicts(entry.code, membership), bounded: true)
    if let separable = summary.separable {
      let rate = try columnRate(line, separable.column)
      laws[law]?.additive[additivePlace] = AdditiveAnswer(summary, separable, column: rate)
    }
    return append(PricedEntry(summary))
  }

  private func priced(
    _ entry: Entry, _ line: LineKey, _ membership: GoodsSignatures.Membership, _ law: Int
  ) throws -> PricedEntry {
    guard let originLaw = laws[law]?.law else { return .none }
    return PricedEntry(
      try originLaw.summary(
        entry, line: try tables.book.schedule.line(line),
        goods: GoodsVerdicts(entry.code, membership), bounded: true))
  }

  /// The rate of a column that is a share of the value and no more; `nil` for any other.
  private mutating func columnRate(_ line: LineKey, _ column: Column) throws -> Fraction? {
    let text: Int
    switch column {
    case .general: text = line.general
    case .other: text = line.other
    case .special: return nil
    }
    if let found = columnRates[text] { return found }
    let rate = try tables.book.schedule.duty(text).expression?.pureAdValorem
    columnRates[text] = rate
    return rate
  }
}
