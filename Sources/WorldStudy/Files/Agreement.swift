public import TariffLaw

/// A trade agreement that countries join or leave.
public struct Agreement: Hashable, Sendable {
  public let id: String
  public let title: String
  public let members: [CountryCode]
  /// Groups of members among whom another agreement stands: their tariffs on each other stay.
  public let standing: [Standing]
  /// The rate members lay on each other's goods.
  public let rate: Fraction
  public let citation: String
  /// What the agreement has that the model leaves out.
  public let leavesOut: String
  public let notes: String?

  /// An agreement in force among some of the members.
  public struct Standing: Hashable, Sendable {
    public let name: String
    public let members: [CountryCode]
  }

  /// Whether two members trade under another agreement already.
  public func isStanding(_ one: CountryCode, _ other: CountryCode) -> Bool {
    standing.contains { $0.members.contains(one) && $0.members.contains(other) }
  }
}
