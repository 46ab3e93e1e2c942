public import TariffLaw

/// Days on which a code has the same answer, and why they began.
public struct HistoryInterval: Sendable {
  public let days: ClosedRange<Day>
  /// The editions used for the first and the last day.
  public let firstEdition: Edition
  public let lastEdition: Edition
  /// The answer; without an origin there is none.
  public let status: EntryStatus
  public let total: Assessment.Total
  /// The lines that count.
  public let lines: [AssessedLine]
  /// What the schedule says of the good; `nil` while the code is not in it.
  public let schedule: RateLine?
  /// Why it differs from the interval before; empty for the first.
  public let causes: [HistoryCause]
}
