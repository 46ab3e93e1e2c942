import Synchronization

/// What many entries share, found when first needed and kept: the days on which the law changes, the
/// kinds of origin between two of them, the goods of an edition. Safe to use from several threads.
public final class PricingTables: Sendable {
  public let book: LawBook
  let knownOn: Day?
  /// The first days of the intervals in which the law stands still, ascending.
  private let starts: [Day]
  private let origins: [CountryCode]
  private let listsAsked: Set<Int>
  private let intervals: Mutex<[IntervalKey: OriginKinds]> = Mutex([:])
  private let editions: Mutex<[Int: EditionGoods]> = Mutex([:])

  private struct IntervalKey: Hashable {
    let interval: Int
    let isUnclaimed: Bool
  }

  /// The goods of an edition by code, with the goods lists that hold them.
  struct EditionGoods: Sendable {
    let keys: [LineKey]
    let signatures: GoodsSignatures
    let position: [UInt64: Int]
  }

  public init(_ book: LawBook, knownOn: Day? = nil) {
    self.book = book
    self.knownOn = knownOn
    let first = book.regime.span.first ?? book.schedule.editions.first?.from ?? Day(number: 0)
    let last = book.regime.span.last ?? first.advanced(by: 36_525)
    starts =
      first <= last
      ? book.regime.daysOfChange(in: first...last, schedule: book.schedule) : [first]
    origins = (book.countries ?? []).sorted()
    listsAsked = Set(book.regime.links.flatMap(\.lists))
  }

  /// The interval a day lies in.
  func interval(of day: Day) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }

  /// - Parameter isUnclaimed: for entries that claim nothing.
  func kinds(_ interval: Int, isUnclaimed: Bool) -> OriginKinds {
    let key = IntervalKey(interval: interval, isUnclaimed: isUnclaimed)
    if let known = intervals.withLock({ $0[key] }) { return known }
    let made = OriginKinds(
      book, on: starts[interval], origins: origins, knownOn: knownOn, isUnclaimed: isUnclaimed)
    return intervals.withLock { table in
      let kept = table[key] ?? made
      table[key] = kept
      return kept
    }
  }

  func goods(_ edition: Int) -> EditionGoods {
    // Two threads that need the same edition wait for one of them: it is the costly table.
    editions.withLock { table in
      if let known = table[edition] { return known }
      let keys = book.schedule.keys(in: edition)
      let made = EditionGoods(
        keys: keys,
        signatures: GoodsSignatures(
          codes: keys.map(\.code), lists: book.regime.lists, used: listsAsked),
        position: Dictionary(
          keys.enumerated().map { ($1.code.raw, $0) }, uniquingKeysWith: { first, _ in first }))
      table[edition] = made
      return made
    }
  }
}
