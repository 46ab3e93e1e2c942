import TariffLaw

/// What one thread knows of the answers of one importer's law: numbers for goods and laws, and the answer for
/// each pair of them that came up.
///
/// Goods with equal numbers stand in the same lists, as wholly or as partly, with the same columns of rates,
/// in whatever edition; origins and days with equal numbers meet the same law. An answer is kept by the two
/// numbers, so that of the many goods, origins and days of a year of entries few pairs are new.
final class Ledger {
  let book: LawBook
  /// The position of its first edition among those of all importers.
  let firstEdition: Int32
  private let tables: PricingTables
  private var pricer: EntryPricer
  private let numbers: CellPricer
  let editionCount: Int

  /// What a day of the span selects.
  struct DayPlace {
    let interval: Int32
    /// -1 where no edition is held.
    let edition: Int32
  }

  /// The first day of the span, and the place of each day from it on.
  let firstDay: Int32
  let dayCount: Int
  let dayPlaces: UnsafeMutablePointer<DayPlace>

  /// By packed code.
  let codes = NumberTable()
  /// By position of the code, then edition, `editionCount` each: a ``Good``.
  private(set) var goods: UnsafeMutablePointer<Int32>
  private var goodCapacity = 1024

  /// By whether something is claimed, origin, and interval: the number of the law, or a ``Law``.
  let laws: UnsafeMutablePointer<Int32>
  let intervalCount: Int

  /// Keys of ``key(good:law:circumstances:origin:amounts:)`` and positions in `cells`, or ``longWay``.
  let answers = NumberTable()
  private(set) var cells: UnsafeMutablePointer<Cell>
  private(set) var cellCount = 0
  private var cellCapacity = 1024
  let rates = DutyRates()
  /// By position in the pricer's shared answers; -1 where it has no cell yet.
  private var cellOfShared: [Int32] = []

  private var claimTexts = TextTable()
  private var factTexts = TextTable()
  private var unitTexts = TextTable()
  /// Claims that the law does not know, and the words that say so: those are gathered from the whole law.
  private var refusedClaims = TextTable()
  private var claimRefusals: [String] = []
  private var claims: [[String]] = []
  private var facts: [[String: FactValue]] = []
  private var circumstances: [UInt64: Int32] = [:]
  private var circumstanceList: [(claims: Int, facts: Int)] = []

  /// How a code stands in an edition, where it is not `number * 2`, plus one where the origin matters.
  enum Good {
    static let unknown: Int32 = .min
    /// Answered row by row.
    static let longWay: Int32 = -1

    /// No such code; the answer that says so.
    static func none(_ cell: Int32) -> Int32 { -2 - cell }
    static func cell(_ good: Int32) -> Int32 { -2 - good }
  }

  /// How an origin stands in an interval, where it is not the number of its law.
  enum Law {
    static let unknown: Int32 = -1
    static let longWay: Int32 = -2
  }

  /// A position in `answers` of entries that are answered one by one.
  static let longWay: Int32 = -1

  /// Pairs of two letters.
  static let originCount = 676

  init(_ tables: PricingTables, firstEdition: Int32) {
    self.tables = tables
    self.firstEdition = firstEdition
    book = tables.book
    pricer = EntryPricer(tables)
    numbers = CellPricer(tables)
    let schedule = book.schedule
    editionCount = schedule.editions.count
    // Days beyond are answered the long way; a damaged span must not make us fill memory.
    let first = book.regime.span.first ?? schedule.editions.first?.from ?? Day(number: 0)
    let last = min(book.regime.span.last ?? first.advanced(by: 36_525), first.advanced(by: 73_050))
    firstDay = first.number
    dayCount = max(0, first.days(to: last) + 1)
    dayPlaces = .allocate(capacity: max(1, dayCount))
    for offset in 0..<dayCount {
      let day = first.advanced(by: offset)
      (dayPlaces + offset).initialize(
        to: DayPlace(
          interval: Int32(tables.interval(of: day)),
          edition: Int32(schedule.edition(on: day) ?? -1)))
    }
    intervalCount = tables.intervalCount
    laws = .allocate(capacity: 2 * Ledger.originCount * intervalCount)
    laws.initialize(repeating: Law.unknown, count: 2 * Ledger.originCount * intervalCount)
    goods = .allocate(capacity: goodCapacity * editionCount)
    cells = .allocate(capacity: cellCapacity)
    // No circumstances: nothing claimed, no fact stated.
    let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    _ = claimTexts.add(none)
    _ = factTexts.add(none)
    claims = [[]]
    facts = [[:]]
    circumstances[0] = 0
    circumstanceList = [(0, 0)]
  }

  deinit {
    dayPlaces.deallocate()
    laws.deallocate()
    goods.deallocate()
    cells.deallocate()
  }

  /// Whether it has grown beyond what a law and its schedule bring about, as codes that do not exist make it.
  var isOvergrown: Bool {
    codes.count > 1 << 18 || answers.count > 1 << 24 || cellCount > 1 << 20
      || claimTexts.count + refusedClaims.count + factTexts.count + unitTexts.count > 1 << 14
  }

  // MARK: Numbers

  /// The number of a code, which is new.
  func add(code packed: UInt64) -> Int32 {
    let position = codes.count
    if position == goodCapacity {
      let larger = UnsafeMutablePointer<Int32>.allocate(capacity: goodCapacity * 4 * editionCount)
      larger.moveInitialize(from: goods, count: goodCapacity * editionCount)
      goods.deallocate()
      goods = larger
      goodCapacity *= 4
    }
    (goods + position * editionCount).initialize(repeating: Good.unknown, count: editionCount)
    codes.add(packed, Int32(position))
    return Int32(position)
  }

  /// Finds how a code stands in an edition, and keeps it.
  func find(
    good place: Int, packed: UInt64, _ edition: Int, details: DetailTexts
  ) throws(LawBookError) -> Int32 {
    let found: Int32
    if let code = HTSCode(packed: packed) {
      if let number = numbers.good(code, in: edition) {
        let isDivided = book.schedule.codes(under: code, in: edition, limit: 2).count > 1
        let turnsOnOrigin = numbers.keepsOriginsOut(good: number)
        found =
          isDivided || number >= 1 << 20
          ? Good.longWay : Int32(number) << 1 | (turnsOnOrigin ? 1 : 0)
      } else {
        found = try unknown(code, edition, details)
      }
    } else {
      found = Good.longWay
    }
    goods[place] = found
    return found
  }

  /// The answer that there is no such code is the same for every origin and day of an edition.
  private func unknown(
    _ code: HTSCode, _ edition: Int, _ details: DetailTexts
  ) throws(LawBookError) -> Int32 {
    guard let origin = book.countries?.first else { return Good.longWay }
    let day = max(book.schedule.editions[edition].from, Day(number: firstDay))
    let answer = try pricer.price(Entry(code: code, origin: origin, day: day))
    guard case .shared(let position) = answer.source, answer.edition == edition else {
      return Good.longWay
    }
    return Good.none(cell(ofShared: position, details))
  }

  @inline(__always)
  func lawPlace(origin: Int32, interval: Int32, isClaimed: Bool) -> Int {
    ((isClaimed ? Ledger.originCount : 0) &+ Int(origin)) &* intervalCount &+ Int(interval)
  }

  /// Finds the law of an origin on a day, and keeps it.
  func find(law place: Int, origin: CountryCode, _ day: Day, isClaimed: Bool) -> Int32 {
    let number = numbers.law(of: origin, on: day, claims: isClaimed)
    let found = number.flatMap { $0 < 1 << 17 ? Int32($0) : nil } ?? Law.longWay
    laws[place] = found
    return found
  }

  /// What entries of equal keys have in common; never zero.
  ///
  /// - Parameter amounts: 0 where neither value nor quantity is stated, 1 for a value, 2 for a quantity.
  @inline(__always)
  static func key(
    good: Int32, law: Int32, circumstances: Int32, origin: Int32, amounts: UInt8
  ) -> UInt64 {
    // A first bit, then 21, 17, 12, 10 and 2 bits; the last bit of the good says whether the origin matters.
    var key: UInt64 = 1 << 21 | UInt64(truncatingIfNeeded: good)
    key = key << 17 | UInt64(truncatingIfNeeded: law)
    key = key << 12 | UInt64(truncatingIfNeeded: circumstances)
    key = key << 10 | (good & 1 == 0 ? 0 : UInt64(truncatingIfNeeded: origin))
    return key << 2 | UInt64(amounts)
  }

  // MARK: Answers

  /// Finds the answer to an entry and keeps it by its key.
  ///
  /// - Returns: the position of a cell, or ``longWay``.
  func find(
    key: UInt64, _ entry: Entry, details: DetailTexts
  ) throws(LawBookError) -> Int32 {
    let answer = try pricer.price(entry)
    let found: Int32 =
      switch answer.source {
      case .shared(let position): cell(ofShared: position, details)
      case .own: Ledger.longWay
      }
    answers.add(key, found)
    return found
  }

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
    if cellCount == cellCapacity {
      let larger = UnsafeMutablePointer<Cell>.allocate(capacity: cellCapacity * 2)
      larger.moveInitialize(from: cells, count: cellCount)
      cells.deallocate()
      cells = larger
      cellCapacity *= 2
    }
    let detail = details.keep(priced.detail)
    (cells + cellCount).initialize(to: Cell(priced, detail: detail, rates: rates))
    cellOfShared[position] = Int32(cellCount)
    cellCount += 1
    return Int32(cellCount - 1)
  }

  // MARK: Circumstances

  /// The number of claims and facts as they are written; `nil` when they were not read yet, or belong to one
  /// entry alone.
  func circumstances(
    _ claims: UnsafeBufferPointer<UInt8>, _ facts: UnsafeBufferPointer<UInt8>
  ) -> Int32? {
    if claims.isEmpty, facts.isEmpty { return 0 }
    guard let claim = claimTexts.number(of: claims), let fact = factTexts.number(of: facts) else {
      return nil
    }
    let pair = UInt64(claim) << 32 | UInt64(fact)
    if let known = circumstances[pair] { return known }
    // The key has twelve bits for them.
    guard circumstanceList.count < 1 << 12 else { return nil }
    let number = Int32(circumstanceList.count)
    circumstances[pair] = number
    circumstanceList.append((claim, fact))
    return number
  }

  func isUnit(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    !text.isEmpty && unitTexts.number(of: text) != nil
  }

  func isClaimed(_ circumstances: Int32) -> Bool {
    !claims[circumstanceList[Int(circumstances)].claims].isEmpty
  }

  /// The claims and facts of circumstances, put into an entry.
  func state(_ circumstances: Int32, in entry: inout Entry) {
    let known = circumstanceList[Int(circumstances)]
    entry.claims = claims[known.claims]
    entry.facts = facts[known.facts]
  }

  /// What was said of claims that the law does not know.
  func refusal(ofClaims text: UnsafeBufferPointer<UInt8>) -> String? {
    text.isEmpty ? nil : refusedClaims.number(of: text).map { claimRefusals[$0] }
  }

  func note(refusal: String, ofClaims text: UnsafeBufferPointer<UInt8>) {
    guard refusedClaims.number(of: text) == nil else { return }
    _ = refusedClaims.add(text)
    claimRefusals.append(refusal)
  }

  /// Keeps how the texts of an entry were read.
  func note(
    _ entry: Entry, claims claimText: UnsafeBufferPointer<UInt8>,
    facts factText: UnsafeBufferPointer<UInt8>, unit: UnsafeBufferPointer<UInt8>
  ) {
    if claimTexts.number(of: claimText) == nil {
      _ = claimTexts.add(claimText)
      claims.append(entry.claims)
    }
    // A fact that names a component is one of the good's own, and one that names the governing day of the day's.
    let isShared = entry.facts.keys.allSatisfy {
      book.regime.facts[$0] != nil && $0 != book.regime.governingDayFact
    }
    if isShared, factTexts.number(of: factText) == nil {
      _ = factTexts.add(factText)
      facts.append(entry.facts)
    }
    if !entry.quantities.isEmpty, !unit.isEmpty, unitTexts.number(of: unit) == nil {
      _ = unitTexts.add(unit)
    }
  }
}
