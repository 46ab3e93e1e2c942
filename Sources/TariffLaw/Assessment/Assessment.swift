/// What is owed on an entry and why, with every measure that was considered.
public struct Assessment: Hashable, Sendable {
  public let entry: Entry
  /// The edition of the schedule that was used; `nil` when the day is outside the law.
  public let edition: String?
  /// Official words for the good.
  public let goods: String?
  public let status: EntryStatus
  public internal(set) var total: Total
  public let lines: [AssessedLine]
  /// Charges beside the duty that apply; empty when the law was asked without them.
  public let fees: [AssessedLine]
  public let readings: [ReadingOutcome]
  public let questions: [Question]
  public internal(set) var warnings: [String]

  /// Sums over the lines that count.
  public struct Total: Hashable, Sendable {
    /// Shares of the customs value; `nil` when unknown.
    public let rate: Fraction?
    /// The part above the columns of the schedule.
    public let additionalRate: Fraction?
    /// Dollars: the sum of the lines, each rounded to the cent.
    public let duty: Fraction?
    public let rateLow: Fraction?
    public let rateHigh: Fraction?
    public let dutyLow: Fraction?
    public let dutyHigh: Fraction?

    public static let unknown = Total(
      rate: nil, additionalRate: nil, duty: nil, rateLow: nil, rateHigh: nil, dutyLow: nil,
      dutyHigh: nil)
  }

  /// An entry that could not be assessed, with the reason as its one warning.
  public static func refused(
    _ entry: Entry, _ status: EntryStatus, edition: String? = nil, _ reason: String
  ) -> Assessment {
    Assessment(
      entry: entry, edition: edition, goods: nil, status: status, total: .unknown, lines: [],
      fees: [], readings: [], questions: [], warnings: [reason])
  }
}
