/// That a term was held void: duty was collected under it and may come back.
public struct Invalidation: Hashable, Sendable {
  /// The day of the holding. Entries before it were charged; entries from it on are read as free,
  /// with the other reading beside.
  public let held: Day
  public let citation: String

  public init(held: Day, citation: String) {
    self.held = held
    self.citation = citation
  }
}
