public import TariffLaw

/// An official number of lines beside what the goods lists hold.
public struct HeldCount: Hashable, Sendable {
  public let count: OfficialCount
  /// Rate lines in full or in part in the edition of ``OfficialCount/day``, or rows without a day;
  /// `nil` when no edition is held for the day.
  public let held: Int?
  /// Rows of the lists, whatever the edition.
  public let rows: Int

  public var agrees: Bool { held == count.official }

  /// Held less official.
  public var difference: Int? { held.map { $0 - count.official } }
}
