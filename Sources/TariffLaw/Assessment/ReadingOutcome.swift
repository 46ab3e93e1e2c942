/// The answer under another reading of the law or another circumstance of the goods.
public struct ReadingOutcome: Hashable, Sendable {
  public let id: String
  public let text: String
  public let source: String
  /// Whether this reading is the one the totals use.
  public let isDefault: Bool
  /// `inadmissible` when the article may not enter under it.
  public let status: EntryStatus
  public let rate: Fraction?
  public let duty: Fraction?
}
