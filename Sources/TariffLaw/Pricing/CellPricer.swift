/// Prices the same goods day after day: what the provisions that can meet goods lay on them is worked
/// out once, however many days, editions and origins share them.
///
/// Goods and laws are numbered. As long as both numbers stay the same, so does the answer; and a law
/// that changes for other goods alone changes nothing here. That is what makes a series of many days
/// cheap. Give each thread a pricer of its own over the same
/// ``PricingTables``. The answers are those of ``LawBook/assess(_:knownOn:)`` for an entry with
/// neither value nor quantity, without the words.
public final class CellPricer {
  private let tables: PricingTables
  private let scheduledGoods: ScheduledGoods
  private let cores: Cores
  private let positionOfOrigin: [CountryCode: Int]
  private var editions: [Int: PricingTables.EditionGoods] = [:]
  private var goods: [Good] = []
  private var numbers: [GoodKey: Int] = [:]
  private var slots: [LawClaims: Int] = [:]
  private var states: [LawState] = []
  private var coreStates: [CoreCase: CoreState] = [:]
  /// Distinct answers, in the order found.
  public private(set) var cells: [PricedCell] = []
  private var positions: [PricedCell: Int] = [:]

  /// Goods that stand in the same lists and have the same texts in the columns.
  private struct GoodKey: Hashable {
    let lists: Int
    let general: Int
    let special: Int
    let other: Int
    let excluded: Int
  }

  private struct Good {
    let line: LineKey
    let code: HTSCode
    /// The number of its membership in goods lists.
    let lists: Int
  }

  private struct LawClaims: Hashable {
    let law: Int
    let claims: [String]
    /// The origin matters to claims, as lines may keep a country out of a programme.
    let origin: CountryCode?
  }

  /// A law with claims made under it.
  private final class LawState {
    let law: Int
    let claims: [String]
    let origin: CountryCode
    var coreOfLists: [Int: CoreState] = [:]
    var cellOfGood: [Int: Int] = [:]

    init(_ law: Int, _ origin: CountryCode, claims: [String]) {
      self.law = law
      self.origin = origin
      self.claims = claims
    }
  }

  /// Beside the rates of goods, what an answer depends on.
  private struct CoreCase: Hashable {
    let core: Int
    let claims: [String]
    let origin: CountryCode?
  }

  /// The provisions that can meet goods, with claims made under them.
  private final class CoreState {
    let law: OriginLaw
    let claims: [String]
    let origin: CountryCode
    let asksForPreferences: Bool
    var priced: [Place: Int] = [:]
    /// The first answer, where the measures on top do not depend on the column.
    var separable: (cell: PricedCell, column: Column, rate: Fraction)?

    init(_ law: OriginLaw, _ state: LawState) {
      self.law = law
      claims = state.claims
      origin = state.origin
      asksForPreferences =
        !claims.isEmpty
        || law.columns.contains { if case .special = $0 { true } else { false } }
    }
  }

  /// Goods with equal places under the same provisions have equal answers.
  private struct Place: Hashable {
    let general: Int
    let other: Int
    let special: Int
    let excluded: Int
    /// The rate taken for a column that is no share of the value alone.
    let equivalent: Fraction?
  }

  public init(_ tables: PricingTables) {
    self.tables = tables
    scheduledGoods = tables.scheduledGoods
    cores = Cores(tables)
    positionOfOrigin = Dictionary(
      uniqueKeysWithValues: (tables.book.countries ?? []).sorted().enumerated().map { ($1, $0) })
  }

  /// The number of the law that entries of an origin meet on a day; origins and days with equal
  /// numbers have the same law.
  ///
  /// - Parameter claims: whether something is claimed.
  /// - Returns: `nil` for a country that is none.
  public func law(of origin: CountryCode, on day: Day, claims: Bool) -> Int? {
    guard let position = positionOfOrigin[origin] else { return nil }
    return tables.lawNumbers(tables.interval(of: day), isUnclaimed: !claims)[position]
  }

  /// Whether the law asks for column 2, and not for the general rate alone.
  public func asksForColumn2(law number: Int) -> Bool {
    tables.law(number).columns.contains { if case .other = $0 { true } else { false } }
  }

  /// The number of the goods a code names in an edition; codes with equal numbers are treated alike,
  /// in whatever edition.
  ///
  /// - Returns: `nil` when the edition has no such rate line.
  public func good(_ code: HTSCode, in edition: Int) -> Int? {
    let held = goodsHeld(in: edition)
    let schedule = tables.book.schedule
    if let position = held.position[code.raw] {
      return good(held.keys[position], code, lists: held.lists[position])
    }
    guard code.length == 10, !schedule.editions[edition].holdsSuffixes,
      !schedule.life(of: code).isEmpty, let position = held.position[code.prefix(8).raw],
      let lists = scheduledGoods.number(of: code)
    else { return nil }
    // A suffix that the edition cannot know counts by its line, in the lists by itself.
    return good(held.keys[position], code, lists: lists)
  }

  private func goodsHeld(in edition: Int) -> PricingTables.EditionGoods {
    if let known = editions[edition] { return known }
    let found = tables.goods(edition)
    editions[edition] = found
    return found
  }

  private func good(_ line: LineKey, _ code: HTSCode, lists: Int) -> Int {
    let key = GoodKey(
      lists: lists, general: line.general, special: line.special, other: line.other,
      excluded: line.excluded)
    if let known = numbers[key] { return known }
    numbers[key] = goods.count
    goods.append(Good(line: line, code: code, lists: lists))
    return goods.count - 1
  }

  /// The number of a law with claims made under it, for ``cell(good:under:equivalent:)``.
  ///
  /// - Parameters:
  ///   - law: a number that ``law(of:on:claims:)`` gave.
  ///   - origin: one of the origins that meet the law.
  public func slot(law: Int, origin: CountryCode, claims: [String] = []) -> Int {
    let key = LawClaims(law: law, claims: claims, origin: claims.isEmpty ? nil : origin)
    if let known = slots[key] { return known }
    slots[key] = states.count
    states.append(LawState(law, origin, claims: claims))
    return states.count - 1
  }

  /// The cell of goods, by its position in ``cells``.
  ///
  /// - Parameters:
  ///   - number: of the goods, as ``good(_:in:)`` gave it.
  ///   - slot: a number that ``slot(law:origin:claims:)`` gave.
  ///   - equivalent: the share of the value to take for a column of the schedule that is not one by
  ///     itself (a specific duty, or a text that cannot be read).
  /// - Throws: ``LawBookError`` when the law or the data is damaged.
  public func cell(
    good number: Int, under slot: Int, equivalent: Fraction? = nil
  ) throws(LawBookError) -> Int {
    let state = states[slot]
    if equivalent == nil, let known = state.cellOfGood[number] { return known }
    do {
      let position = try find(goods[number], equivalent, state)
      if equivalent == nil { state.cellOfGood[number] = position }
      return position
    } catch {
      throw LawBookError(error)
    }
  }

  /// Frees what is kept by law and goods, which grows with the laws asked for; what is known of the
  /// provisions stays.
  public func release() {
    for state in states { state.cellOfGood = [:] }
  }

  private func find(_ good: Good, _ equivalent: Fraction?, _ state: LawState) throws -> Int {
    let core = core(good, state)
    let line = good.line
    let place = Place(
      general: line.general, other: line.other,
      special: core.asksForPreferences ? line.special : 0,
      excluded: core.asksForPreferences ? line.excluded : 0, equivalent: equivalent)
    if let known = core.priced[place] { return known }
    let position = append(try priced(good, equivalent, core))
    core.priced[place] = position
    return position
  }

  private func core(_ good: Good, _ state: LawState) -> CoreState {
    if let known = state.coreOfLists[good.lists] { return known }
    let key = CoreCase(
      core: cores.number(
        of: good.code, lists: good.lists, under: state.law, claims: state.claims),
      claims: state.claims, origin: state.claims.isEmpty ? nil : state.origin)
    let found = coreStates[key] ?? CoreState(cores.laws[key.core], state)
    coreStates[key] = found
    state.coreOfLists[good.lists] = found
    return found
  }

  private func append(_ cell: PricedCell) -> Int {
    if let known = positions[cell] { return known }
    positions[cell] = cells.count
    cells.append(cell)
    return cells.count - 1
  }

  private func priced(
    _ good: Good, _ equivalent: Fraction?, _ core: CoreState
  ) throws -> PricedCell {
    let schedule = tables.book.schedule
    if !core.asksForPreferences, let known = core.separable {
      if let text = good.line.text(of: known.column) {
        let rate = try schedule.duty(text).expression?.pureAdValorem ?? equivalent
        if let rate { return known.cell.with(column: rate, instead: known.rate) }
      }
    }
    var line = try schedule.line(good.line)
    if let equivalent { line = line.taking(equivalent) }
    let entry = Entry(code: good.code, origin: core.origin, day: core.law.day, claims: core.claims)
    let summary = try core.law.summary(
      entry, line: line, goods: GoodsVerdicts(good.code, scheduledGoods[good.lists]), bounded: true)
    let cell = PricedCell(summary)
    if !core.asksForPreferences, equivalent == nil, let separable = summary.separable,
      let column = cell.columnRate
    {
      core.separable = (cell, separable.column, column)
    }
    return cell
  }
}
