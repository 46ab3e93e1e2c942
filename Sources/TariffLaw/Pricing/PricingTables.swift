import Synchronization

/// What many entries share, found when first needed and kept: the days on which the law changes, the
/// law of each origin between two of them, the goods of an edition. Safe to use from several threads.
public final class PricingTables: Sendable {
  public let book: LawBook
  package let knownOn: Day?
  /// The first days of the intervals in which the law stands still, ascending.
  private let starts: [Day]
  private let origins: [CountryCode]
  private let listsAsked: Set<Int>
  private let known: Mutex<Known> = Mutex(Known())
  private let editions: Mutex<[Int: EditionGoods]> = Mutex([:])
  private let listed: Mutex<ScheduledGoods?> = Mutex(nil)
  /// Tables of the same schedule and goods lists that already keep the goods of editions.
  private let lender: PricingTables?

  /// The laws of origins found so far.
  private struct Known {
    var intervals: [IntervalKey: [Int]] = [:]
    var numbers: [[UInt32]: Int] = [:]
    var laws: [OriginLaw] = []
  }

  private struct IntervalKey: Hashable {
    let interval: Int
    let isUnclaimed: Bool
  }

  /// The goods of an edition by code.
  final class EditionGoods: Sendable {
    let keys: [LineKey]
    /// The number of the membership of each, in ``PricingTables/scheduledGoods``.
    let lists: [Int]
    let position: [UInt64: Int]

    init(_ all: [LineKey], _ goods: ScheduledGoods) {
      let rows = all.compactMap { key in goods.number(of: key.code).map { (key: key, lists: $0) } }
      keys = rows.map(\.key)
      lists = rows.map(\.lists)
      position = Dictionary(
        keys.enumerated().map { ($1.code.raw, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// - Parameter lender: tables of a law of which this one is a change by whole measures: goods are the
  ///   same for both.
  public init(_ book: LawBook, knownOn: Day? = nil, sharing lender: PricingTables? = nil) {
    self.book = book
    self.lender = lender
    self.knownOn = knownOn
    let first = book.regime.span.first ?? book.schedule.editions.first?.from ?? Day(number: 0)
    let last = book.regime.span.last ?? first.advanced(by: 36_525)
    starts =
      first <= last
      ? book.regime.daysOfChange(in: first...last, schedule: book.schedule) : [first]
    origins = (book.countries ?? []).sorted()
    listsAsked = Set(book.regime.links.flatMap(\.lists))
  }

  /// How many different memberships in goods lists the codes of the schedule have.
  package var membershipCount: Int { scheduledGoods.membershipCount }

  /// How many intervals there are in which the law stands still.
  package var intervalCount: Int { starts.count }

  /// The interval a day lies in.
  package func interval(of day: Day) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }

  /// The number of the law of each origin, in the order of their codes. A law that lasts over several
  /// intervals, or that several origins share, has one number.
  ///
  /// - Parameter isUnclaimed: for entries that claim nothing.
  func lawNumbers(_ interval: Int, isUnclaimed: Bool) -> [Int] {
    let key = IntervalKey(interval: interval, isUnclaimed: isUnclaimed)
    return known.withLock { known in
      if let found = known.intervals[key] { return found }
      let law = DayLaw(
        book.regime, day: starts[interval], knownOn: knownOn, isUnclaimed: isUnclaimed)
      let sorted = law.kinds(of: origins)
      let numbers = sorted.keys.map { kind in
        let identity = law.identity(kind)
        if let number = known.numbers[identity] { return number }
        known.numbers[identity] = known.laws.count
        known.laws.append(OriginLaw(law, kind))
        return known.laws.count - 1
      }
      let found = sorted.kind.map { numbers[$0] }
      known.intervals[key] = found
      return found
    }
  }

  /// The lists that hold the codes of all editions.
  var scheduledGoods: ScheduledGoods {
    if let lender { return lender.scheduledGoods }
    return listed.withLock { known in
      if let known { return known }
      let made = ScheduledGoods(book.schedule, lists: book.regime.lists, used: listsAsked)
      known = made
      return made
    }
  }

  /// A law by its number.
  func law(_ number: Int) -> OriginLaw { known.withLock { $0.laws[number] } }

  func goods(_ edition: Int) -> EditionGoods {
    if let lender { return lender.goods(edition) }
    // Two threads that need the same edition wait for one of them: it is the costly table.
    return editions.withLock { table in
      if let known = table[edition] { return known }
      let made = EditionGoods(book.schedule.keys(in: edition), scheduledGoods)
      table[edition] = made
      return made
    }
  }
}
