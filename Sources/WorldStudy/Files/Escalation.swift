public import TariffLaw

/// Rounds of actions and answers, each on top of those before.
public struct Escalation: Hashable, Sendable {
  public let id: String
  public let title: String
  public let importer: String
  public let rounds: [Round]
  public let notes: String?

  /// What stands after a round.
  public struct Round: Hashable, Sendable {
    public let name: String
    /// Ids of the actions in force, with the day whose rates they take; `nil` for their own.
    public let actions: [Standing]
    /// Whether what the partners do back, as the actions name it, is in force.
    public let isAnswered: Bool
  }

  /// An action in force in a round.
  public struct Standing: Hashable, Sendable {
    public let action: String
    public let on: Day?
  }
}
