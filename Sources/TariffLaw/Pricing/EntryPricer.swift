/// Prices many entries: what differs in value alone is worked out once.
///
/// Give each thread a pricer of its own over the same ``PricingTables``. The answers are those of
/// ``LawBook/assess(_:knownOn:)``, without the words.
public final class EntryPricer {
  private let tables: PricingTables
  private let scheduledGoods: ScheduledGoods
  private let cores: Cores
  private let positionOfOrigin: [CountryCode: Int]
  private var numbers: [Interval: [Int]] = [:]
  private var goods: [Int: PricingTables.EditionGoods] = [:]
  private var standings: [CodeEdition: GoodStanding] = [:]
  /// By number of the core.
  private var states: [CoreState] = []
  private var circumstances: [Circumstances: Int] = [Circumstances(): 0]
  private var columnRates: [Int: Fraction?] = [:]
  private var statedAmounts: [ColumnUnit: StatedAmounts?] = [:]
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

  /// What an entry states beside good, origin, day and amounts.
  private struct Circumstances: Hashable {
    var claims: [String] = []
    var facts: [String: FactValue] = [:]
    /// The origin matters where a line keeps countries out of a programme.
    var origin: CountryCode?
    var hasValue = false
  }

  /// What is known of the provisions that can meet goods, whatever the day and the origin.
  private final class CoreState {
    let law: OriginLaw
    /// Whether a term refers to a preferential rate, which only some lines have.
    let asksForPreferences: Bool
    var priced: [Place: Int] = [:]
    /// What the measures on top come to, whatever the column of the schedule.
    var additive: [AdditivePlace: AdditiveAnswer] = [:]
    /// The same found with a share of the value in place of a column that asks for a quantity; `nil` where it depends
    /// on amounts itself.
    var additiveToAmounts: [AdditivePlace: AdditiveAnswer?] = [:]

    init(_ law: OriginLaw) {
      self.law = law
      asksForPreferences = law.columns.contains { if case .special = $0 { true } else { false } }
    }
  }

  /// Goods with equal columns in equal circumstances are priced once.
  private struct Place: Hashable {
    let columns: ListedLine.Columns
    let special: Int
    var circumstances: Int
  }

  /// A text of the schedule, and the unit of a quantity.
  private struct ColumnUnit: Hashable {
    let text: Int
    let unit: QuantityUnit
  }

  private struct AdditivePlace: Hashable {
    /// The preferential rates, where a claim or the law asks for them.
    let special: Int
    let circumstances: Int
  }

  public init(_ tables: PricingTables) {
    self.tables = tables
    scheduledGoods = tables.scheduledGoods
    cores = Cores(tables)
    positionOfOrigin = Dictionary(
      uniqueKeysWithValues: (tables.book.countries ?? []).sorted().enumerated().map { ($1, $0) })
  }

  /// What is owed on an entry.
  ///
  /// - Throws: ``LawBookError`` when the law or the data is damaged; bad entries are answers.
  public func price(_ entry: Entry) throws(LawBookError) -> Answer {
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
    switch try standing(of: entry, in: edition) {
    case .unknown(let position): return Answer(edition: edition, source: .shared(position))
    case .divided:
      return Answer(
        edition: edition,
        source: .own(PricedEntry(try book.assess(entry, knownOn: tables.knownOn))))
    case .line(let line):
      let state = state(of: entry, from: origin, line)
      do {
        return Answer(edition: edition, source: try price(entry, line, state))
      } catch {
        throw LawBookError(error)
      }
    }
  }

  /// The answer to entries like one of which the law asks the quantity it states: for any value and any quantity in
  /// the same unit, as for any other where ``price(_:)`` gives the same answer to entries without a quantity.
  ///
  /// - Precondition: the entry states no day that governs in place of its own, and ``price(_:)`` answers it alone.
  /// - Returns: `nil` where such entries have no answer in common.
  package func measured(_ entry: Entry) throws(LawBookError) -> MeasuredAnswer? {
    guard let edition = tables.book.schedule.edition(on: entry.day),
      let origin = positionOfOrigin[entry.origin],
      case .line(let line) = try standing(of: entry, in: edition)
    else { return nil }
    let state = state(of: entry, from: origin, line)
    let place = place(of: entry, line, state)
    do {
      return try measured(entry, line, state, place)
    } catch {
      throw LawBookError(error)
    }
  }

  /// How the code of an entry stands in an edition.
  package func standing(
    of entry: Entry, in edition: Int
  ) throws(LawBookError) -> GoodStanding {
    let key = CodeEdition(code: entry.code, edition: edition)
    if let known = standings[key] { return known }
    let goods = goods(edition)
    let schedule = tables.book.schedule
    let found: GoodStanding
    if let position = goods.position[entry.code.raw] {
      let line = ListedLine(key: goods.keys[position], lists: goods.lists[position])
      // Only where a list names some of its parts can they differ.
      let isDivided =
        position + 1 < goods.keys.count && entry.code.contains(goods.keys[position + 1].code)
        && scheduledGoods[line.lists].isPartial
      found = isDivided ? .divided : .line(line)
    } else if entry.code.length == 10, !schedule.editions[edition].holdsSuffixes,
      !schedule.life(of: entry.code).isEmpty,
      let position = goods.position[entry.code.prefix(8).raw],
      let lists = scheduledGoods.number(of: entry.code)
    {
      // A suffix that the edition cannot know counts by its line, in the lists by itself.
      found = .line(ListedLine(key: goods.keys[position], lists: lists))
    } else {
      let assessment = try tables.book.assess(entry, knownOn: tables.knownOn)
      found = .unknown(answer: append(PricedEntry(assessment)))
    }
    standings[key] = found
    return found
  }

  /// The number of the law that entries of an origin meet on a day; origins and days with equal numbers have
  /// the same law.
  ///
  /// - Returns: `nil` for a country that is none.
  package func law(of origin: CountryCode, on day: Day, isUnclaimed: Bool) -> Int? {
    positionOfOrigin[origin].map { lawNumber(of: $0, on: day, isUnclaimed: isUnclaimed) }
  }

  /// The number of what a law comes to for goods of which nothing is claimed. Where laws and goods have equal
  /// numbers, the columns of the line make the answer.
  ///
  /// - Parameter law: a number that ``law(of:on:isUnclaimed:)`` gave.
  /// - Returns: `nil` where preferential rates matter as well.
  package func core(of code: HTSCode, lists: Int, under law: Int) -> Int? {
    let core = cores.number(of: code, lists: lists, under: law, claims: [])
    return state(core).asksForPreferences ? nil : core
  }

  private func goods(_ edition: Int) -> PricingTables.EditionGoods {
    if let known = goods[edition] { return known }
    let found = tables.goods(edition)
    goods[edition] = found
    return found
  }

  private func lawNumber(of origin: Int, on day: Day, isUnclaimed: Bool) -> Int {
    let key = Interval(interval: tables.interval(of: day), isUnclaimed: isUnclaimed)
    if let known = numbers[key] { return known[origin] }
    let found = tables.lawNumbers(key.interval, isUnclaimed: isUnclaimed)
    numbers[key] = found
    return found[origin]
  }

  private func state(of entry: Entry, from origin: Int, _ line: ListedLine) -> CoreState {
    let law = lawNumber(of: origin, on: entry.day, isUnclaimed: entry.claims.isEmpty)
    return state(
      cores.number(of: entry.code, lists: line.lists, under: law, claims: entry.claims))
  }

  private func state(_ core: Int) -> CoreState {
    while states.count <= core { states.append(CoreState(cores.laws[states.count])) }
    return states[core]
  }

  private func price(
    _ entry: Entry, _ line: ListedLine, _ state: CoreState
  ) throws -> Answer.Source {
    var place = place(of: entry, line, state)
    let known = state.priced[place]
    let found = try known ?? first(entry, line, state, place)
    if known == nil { state.priced[place] = found }
    guard shared[found].dependsOnAmounts else { return .shared(found) }
    // An entry that states no quantity is answered alike whatever its value, unless that is asked.
    guard !shared[found].dependsOnValue, entry.quantities.isEmpty else {
      if let value = entry.value, value.isPositive,
        let quantity = entry.quantities.first?.value,
        let own = try measured(entry, line, state, place)?.priced(on: value, of: quantity)
      {
        return .own(own)
      }
      return .own(try priced(entry, line, state))
    }
    guard entry.value != nil else { return .shared(found) }
    place.circumstances = circumstances(of: entry, line.key, hasValue: true)
    if let known = state.priced[place] { return .shared(known) }
    let valued = try priced(entry, line, state)
    // A duty is that of this value alone.
    guard valued.total.duty == nil else { return .own(valued) }
    let position = append(valued)
    state.priced[place] = position
    return .shared(position)
  }

  private func place(of entry: Entry, _ line: ListedLine, _ state: CoreState) -> Place {
    let asksForPreferences = !entry.claims.isEmpty || state.asksForPreferences
    return Place(
      columns: line.columns,
      special: asksForPreferences ? line.key.special << 20 | line.key.excluded : 0,
      circumstances: circumstances(of: entry, line.key, hasValue: false))
  }

  private func circumstances(
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

  private func append(_ priced: PricedEntry) -> Int {
    let key = PricedEntry.Key(priced)
    if let known = positions[key] { return known }
    positions[key] = shared.count
    shared.append(priced)
    return shared.count - 1
  }

  /// The first answer at a place, without amounts: if it asks for none, it holds for every amount.
  private func first(
    _ entry: Entry, _ line: ListedLine, _ state: CoreState, _ place: Place
  ) throws -> Int {
    let additivePlace = AdditivePlace(special: place.special, circumstances: place.circumstances)
    if let additive = state.additive[additivePlace],
      let column = try additive.fixedColumn ?? columnRate(line.key, additive.column)
    {
      return append(additive.priced(column))
    }
    var bare = entry
    bare.value = nil
    bare.quantities = [:]
    let summary = try summary(bare, line, state)
    if let separable = summary.separable {
      let rate = try columnRate(line.key, separable.column)
      state.additive[additivePlace] = AdditiveAnswer(summary, separable, column: rate)
    }
    return append(PricedEntry(summary))
  }

  /// The answer to entries like one that states a value and the quantity its column asks for, where nothing else
  /// depends on amounts.
  private func measured(
    _ entry: Entry, _ line: ListedLine, _ state: CoreState, _ place: Place
  ) throws -> MeasuredAnswer? {
    guard let unit = entry.quantities.first?.key, entry.quantities.count == 1 else { return nil }
    let additivePlace = AdditivePlace(special: place.special, circumstances: place.circumstances)
    guard
      let additive = try state.additive[additivePlace]
        ?? additiveToAmounts(entry, line, state, additivePlace),
      additive.fixedColumn == nil,
      let column = try amounts(line.key, additive.column, in: unit)
    else { return nil }
    return MeasuredAnswer(additive, column: column)
  }

  private func additiveToAmounts(
    _ entry: Entry, _ line: ListedLine, _ state: CoreState, _ place: AdditivePlace
  ) throws -> AdditiveAnswer? {
    if let known = state.additiveToAmounts[place] { return known }
    var bare = entry
    bare.value = nil
    bare.quantities = [:]
    // Any share will do: what the measures on top come to does not depend on it, or there is no answer of this kind.
    let probe = Fraction(1, over: 100)
    let summary = try state.law.summary(
      bare, line: try tables.book.schedule.line(line.key).taking(probe),
      goods: GoodsVerdicts(entry.code, scheduledGoods[line.lists]), bounded: true)
    let found = summary.separable.flatMap { AdditiveAnswer(summary, $0, column: probe) }
    state.additiveToAmounts[place] = .some(found)
    return found
  }

  private func priced(
    _ entry: Entry, _ line: ListedLine, _ state: CoreState
  ) throws -> PricedEntry {
    PricedEntry(try summary(entry, line, state))
  }

  private func summary(
    _ entry: Entry, _ line: ListedLine, _ state: CoreState
  ) throws -> EntrySummary {
    try state.law.summary(
      entry, line: try tables.book.schedule.line(line.key),
      goods: GoodsVerdicts(entry.code, scheduledGoods[line.lists]), bounded: true)
  }

  /// The rate of a column that is a share of the value and no more; `nil` for any other.
  private func columnRate(_ line: LineKey, _ column: Column) throws -> Fraction? {
    guard let text = line.text(of: column) else { return nil }
    if let found = columnRates[text] { return found }
    let rate = try tables.book.schedule.duty(text).expression?.pureAdValorem
    columnRates[text] = rate
    return rate
  }

  private func amounts(
    _ line: LineKey, _ column: Column, in unit: QuantityUnit
  ) throws -> StatedAmounts? {
    guard let text = line.text(of: column) else { return nil }
    let key = ColumnUnit(text: text, unit: unit)
    if let found = statedAmounts[key] { return found }
    let amounts = try tables.book.schedule.duty(text).expression.flatMap {
      StatedAmounts($0, in: unit)
    }
    statedAmounts[key] = .some(amounts)
    return amounts
  }
}
