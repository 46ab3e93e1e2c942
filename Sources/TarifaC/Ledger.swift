import TariffLaw

/// What one thread knows of the answers of one importer's law: numbers for goods and laws, what each law comes
/// to for goods, and the answers to all that came up.
///
/// Goods of equal numbers stand in the same lists, as wholly or as partly, with the same columns of rates, in
/// whatever edition; origins and days of equal numbers meet the same law. Of the many goods, origins and days
/// of a year of entries, few pairs of lists and laws are new, and fewer of what they come to.
final class Ledger {
  let book: LawBook
  /// The position of its first edition among those of all importers.
  let firstEdition: Int32
  let statements: Statements
  private let pricer: EntryPricer
  let editionCount: Int

  /// What a day of the span selects.
  struct DayPlace: BitwiseCopyable {
    let interval: Int16
    /// -1 where no edition is held, or another number is out of range.
    let edition: Int16
  }

  /// The first day of the span, and the place of each day from it on.
  let firstDay: Int32
  let dayPlaces = Memory<DayPlace>()

  /// By packed code.
  let codes = NumberTable<UInt64>()
  /// By position of the code, then edition, `editionCount` each: a position in `goods`, or a ``Standing``. One
  /// row more than there are codes.
  let standings = Memory<Int32>()

  /// A line of the schedule, as the loop over rows tells it from others.
  struct Good: BitwiseCopyable {
    /// The number of the membership in goods lists, as they came up: those that most goods have came first, and
    /// lie together.
    let lists: Int32
    /// The number of the columns of rates.
    let columns: Int32
    /// Whether the origin itself matters to what is claimed.
    let keepsOriginsOut: Bool
  }

  /// By place in `standings`: the number of the unit in which the code is reported; `nil` where it has none.
  private var reportedUnits: [Int32: Int32?] = [:]

  let goods = Memory<Good>()
  private var goodNumbers: [ListedLine.Identity: Int32] = [:]
  private var columnNumbers: [ListedLine.Columns: Int32] = [:]
  private var listNumbers: [Int: Int32] = [:]
  /// As the pricer numbers them.
  private var lists: [Int] = []

  /// By whether something is claimed, origin, and interval: the number of the law, or a ``Law``.
  let laws = Memory<Int32>()
  private let intervalCount: Int32

  /// By law, then number of the membership, `membershipCount` each: what the law comes to, or a ``Core``.
  let cores = Memory<UInt16>()
  let membershipCount: Int

  /// Answers to plain entries, by ``plainKey(core:columns:hasValue:)``: positions in `cells`, or ``longWay``.
  let plainAnswers = NumberTable<UInt32>()
  /// Answers to other entries, by ``key(good:law:circumstances:origin:amounts:)``.
  let answers = NumberTable<UInt64>()
  let cells = Memory<Cell>()
  let rates = DutyRates()
  /// Numbers of rates beyond those that cells hold themselves.
  let moreRates = Memory<UInt16>()
  /// Answers by value and quantity, and their positions; ``longWay`` where entries of a kind have none in common.
  private(set) var measured: [MeasuredCell] = []
  private var measuredPositions: [MeasuredKey: Int32] = [:]

  /// What entries of which the law asks the quantity have in common.
  struct MeasuredKey: Hashable {
    /// As ``plainKey(core:columns:hasValue:)`` or ``key(good:law:circumstances:origin:amounts:)``: the first needs
    /// fewer bits than the other always has.
    let kind: UInt64
    let unit: Int32
  }

  /// By position in the pricer's shared answers; -1 where it has no cell yet.
  private var cellOfShared: [Int32] = []

  /// How a code stands in an edition, where it is not a line.
  enum Standing {
    static let unknown: Int32 = .min
    /// Answered row by row.
    static let longWay: Int32 = -1

    /// No such code; the answer that says so. The same function finds the cell again.
    static func none(_ cell: Int32) -> Int32 { -2 - cell }
  }

  /// How an origin stands in an interval, where it is not the number of its law.
  enum Law {
    static let unknown: Int32 = -1
    static let longWay: Int32 = -2
  }

  /// What a law comes to for goods, where that is not a number.
  enum Core {
    static let unknown: UInt16 = .max
    /// Told apart by law and good, as preferential rates matter.
    static let none: UInt16 = .max - 1
  }

  /// A position in tables of answers for entries that are answered one by one.
  static let longWay: Int32 = -1

  /// Pairs of two letters.
  static let originCount: Int32 = 676

  init(_ tables: PricingTables, firstEdition: Int32) {
    self.firstEdition = firstEdition
    book = tables.book
    statements = Statements(book)
    pricer = EntryPricer(tables)
    let schedule = book.schedule
    editionCount = schedule.editions.count
    membershipCount = tables.membershipCount
    // Days beyond are answered the long way; a damaged span must not make us fill memory.
    let first = book.regime.span.first ?? schedule.editions.first?.from ?? Day(number: 0)
    let last = min(book.regime.span.last ?? first.advanced(by: 36_525), first.advanced(by: 73_050))
    firstDay = first.number
    for offset in 0..<max(0, first.days(to: last) + 1) {
      let day = first.advanced(by: offset)
      let interval = Int16(exactly: tables.interval(of: day))
      let edition = schedule.edition(on: day).flatMap { Int16(exactly: $0) }
      dayPlaces.append(
        DayPlace(interval: interval ?? 0, edition: interval == nil ? -1 : edition ?? -1))
    }
    intervalCount = Int32(tables.intervalCount)
    laws.append(repeating: Law.unknown, count: Int(2 * Ledger.originCount * intervalCount))
    // Loops read the first place for rows that have none.
    standings.append(repeating: Standing.unknown, count: max(1, editionCount))
    cores.append(repeating: Core.unknown, count: max(1, membershipCount))
  }

  /// Whether it has grown beyond what a law and its schedule bring about, as codes that do not exist make it.
  var isOvergrown: Bool {
    codes.count > 1 << 18 || answers.count > 1 << 22 || cells.count > 1 << 20
      || measuredPositions.count > 1 << 20 || statements.count > 1 << 14
  }

  // MARK: Numbers

  /// The number of a code, which is new; ``longWay`` beyond what fits, as made-up codes in one call may go.
  func add(code packed: UInt64) -> Int32 {
    guard codes.count < 1 << 20, (codes.count + 2) * editionCount < Int32.max else {
      return Ledger.longWay
    }
    let position = Int32(codes.count)
    standings.append(repeating: Standing.unknown, count: editionCount)
    codes.add(packed, position)
    return position
  }

  /// Finds how the code of an entry stands in an edition, and keeps it.
  func find(
    standing place: Int, of entry: Entry, _ edition: Int, details: DetailTexts
  ) throws(LawBookError) -> Int32 {
    let found: Int32 =
      switch try pricer.standing(of: entry, in: edition) {
      case .line(let line): number(of: line)
      case .unknown(let answer): Standing.none(cell(ofShared: answer, details))
      case .divided: Standing.longWay
      }
    standings.base[place] = found
    return found
  }

  /// The number of the unit that an entry without one means.
  ///
  /// - Returns: `nil` where it has to name one.
  func reportedUnit(standing place: Int32, of entry: Entry) -> Int32? {
    if let known = reportedUnits[place] { return known }
    let found = book.units(of: entry.code, on: entry.day).first.map { statements.number(of: $0) }
    reportedUnits[place] = .some(found)
    return found
  }

  private func number(of line: ListedLine) -> Int32 {
    if let known = goodNumbers[line.identity] { return known }
    let columns = columnNumbers[line.columns] ?? Int32(columnNumbers.count)
    let number = Int32(goods.count)
    // Keys have twenty bits for goods and fifteen for columns.
    guard number < 1 << 20, columns < 1 << 15 else { return Standing.longWay }
    columnNumbers[line.columns] = columns
    goodNumbers[line.identity] = number
    goods.append(
      Good(
        lists: self.number(ofLists: line.lists), columns: columns,
        keepsOriginsOut: line.keepsOriginsOut))
    return number
  }

  private func number(ofLists own: Int) -> Int32 {
    if let known = listNumbers[own] { return known }
    let number = Int32(lists.count)
    listNumbers[own] = number
    lists.append(own)
    return number
  }

  @inline(__always)
  func lawPlace(origin: Int32, interval: Int16, isClaimed: Bool) -> Int32 {
    ((isClaimed ? Ledger.originCount : 0) &+ origin) &* intervalCount &+ Int32(interval)
  }

  /// Finds the law of the origin and the day of an entry, and keeps it.
  func find(law place: Int, of entry: Entry, isClaimed: Bool) -> Int32 {
    let number = pricer.law(of: entry.origin, on: entry.day, isUnclaimed: !isClaimed)
    // Keys have seventeen bits for laws, and places in `cores` thirty-one.
    let limit = min(1 << 17, Int(Int32.max) / max(1, membershipCount))
    let found = number.flatMap { $0 < limit ? Int32($0) : nil } ?? Law.longWay
    laws.base[place] = found
    if found >= 0, !isClaimed, (Int(found) + 1) * membershipCount > cores.count {
      cores.append(
        repeating: Core.unknown, count: (Int(found) + 1) * membershipCount - cores.count)
    }
    return found
  }

  /// Finds what a law comes to for goods of which nothing is claimed, and keeps it.
  func find(core place: Int, of packed: UInt64, under law: Int32) -> UInt16 {
    let lists = lists[place - Int(law) * membershipCount]
    let number = HTSCode(packed: packed).flatMap {
      pricer.core(of: $0, lists: lists, under: Int(law))
    }
    // Keys have sixteen bits for it and one more.
    let found = number.flatMap { $0 < Int(Core.none) ? UInt16($0) : nil } ?? Core.none
    cores.base[place] = found
    return found
  }

  /// What plain entries of equal keys have in common, which claim nothing and state no fact and no quantity;
  /// never zero.
  @inline(__always)
  static func plainKey(core: UInt16, columns: Int32, hasValue: Bool) -> UInt32 {
    (UInt32(core) + 1) << 16 | UInt32(truncatingIfNeeded: columns) << 1 | (hasValue ? 1 : 0)
  }

  /// What entries of equal keys have in common; never zero.
  ///
  /// - Parameter amounts: 0 where neither value nor quantity is stated, 1 for a value, 2 for a quantity.
  static func key(
    good: Int32, law: Int32, circumstances: Int32, origin: Int32, amounts: UInt8
  ) -> UInt64 {
    // A first bit, then 20, 17, 12, 11 and 2 bits; the origin is zero where it does not matter.
    var key: UInt64 = 1 << 20 | UInt64(truncatingIfNeeded: good)
    key = key << 17 | UInt64(truncatingIfNeeded: law)
    key = key << 12 | UInt64(truncatingIfNeeded: circumstances)
    key = key << 11 | UInt64(truncatingIfNeeded: origin)
    return key << 2 | UInt64(amounts)
  }

  // MARK: Answers

  /// Finds the answer to an entry that is the first of its kind.
  ///
  /// - Returns: the position of a cell, or ``longWay``.
  func answer(_ entry: Entry, details: DetailTexts) throws(LawBookError) -> Int32 {
    switch try pricer.price(entry).source {
    case .shared(let position): cell(ofShared: position, details)
    case .own: Ledger.longWay
    }
  }

  /// The answer to entries like one of which the law asks the value or the quantity.
  ///
  /// - Returns: the answer as rows hold it, or ``longWay``.
  func measured(
    _ key: MeasuredKey, details: DetailTexts, like entry: () -> Entry?
  ) throws(LawBookError) -> Int32 {
    if let known = measuredPositions[key] { return known }
    var found = Ledger.longWay
    if let entry = entry(), let answer = try pricer.measured(entry) {
      found = Ledger.answer(measured: Int32(measured.count))
      measured.append(MeasuredCell(answer, detail: details.keep(answer.detail)))
    }
    measuredPositions[key] = found
    return found
  }

  /// How a row holds an answer by its quantity. The same function finds the position again.
  @inline(__always)
  static func answer(measured position: Int32) -> Int32 { -2 &- position }

  /// Prices an entry by itself.
  func price(
    _ entry: Entry
  ) throws(LawBookError) -> (priced: PricedEntry, duty: Fraction?, edition: Int?) {
    let answer = try pricer.price(entry)
    switch answer.source {
    case .own(let priced): return (priced, priced.total.duty, answer.edition)
    case .shared(let position):
      let priced = pricer.shared[position]
      let duty = entry.value.flatMap { priced.duty(on: $0) } ?? priced.total.duty
      return (priced, duty, answer.edition)
    }
  }

  private func cell(ofShared position: Int, _ details: DetailTexts) -> Int32 {
    while cellOfShared.count <= position { cellOfShared.append(-1) }
    if cellOfShared[position] >= 0 { return cellOfShared[position] }
    let priced = pricer.shared[position]
    let number = Int32(cells.count)
    cells.append(
      Cell(priced, detail: details.keep(priced.detail), rates: rates, more: moreRates))
    cellOfShared[position] = number
    return number
  }
}
