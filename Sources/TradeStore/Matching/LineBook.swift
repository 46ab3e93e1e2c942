import TariffLaw
import TradeData

/// The rate lines of a year: those of any edition in force in it.
struct LineBook {
  private let schedule: Schedule
  private let editions: ClosedRange<Int>

  /// - Returns: `nil` when no edition is held for the year.
  /// - Throws: `ArchiveError` when the shipped schedule is damaged.
  init?(year: Int) throws(ArchiveError) {
    schedule = try ShippedLaw.schedule()
    guard let start = Day(year: year, month: 1, day: 1),
      let end = Day(year: year, month: 12, day: 31),
      let last = schedule.edition(on: end)
    else { return nil }
    // The first edition stands for the beginning of its year.
    let first = schedule.edition(on: start) ?? 0
    // A year without an edition of its own lies between two: a line may be new in the later one.
    let isBetween = schedule.editions[last].from < start && last + 1 < schedule.editions.count
    editions = first...(isBetween ? last + 1 : last)
  }

  /// Whether an edition of the year has the rate line of a code.
  func holds(_ code: HTSCode) -> Bool {
    schedule.life(of: code.prefix(8)).contains { $0.overlaps(editions) }
  }
}
