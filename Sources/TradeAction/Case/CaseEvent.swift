public import TariffLaw

/// Something that happened in a case, or is announced.
public struct CaseEvent: Hashable, Sendable {
  /// The step it does; `nil` when it is on record for its own sake.
  public let step: String?
  public let day: Day
  /// The day from which it is known: earlier than ``day`` when announced, later when published after.
  public let known: Day
  /// The day from which an announcement no longer stands.
  public let withdrawn: Day?
  /// The name under which later steps belong to it.
  public let label: String?
  /// The labels it belongs to; all when empty.
  public let of: [String]
  /// The length of a delay it grants.
  public let days: Int?
  /// The last day of what it brings about.
  public let until: Day?
  /// Ids of the shipped actions it brought about.
  public let actions: [String]
  public let citation: String
  public let note: String?
  /// Whether its day was read in a text, not remembered.
  public let isVerified: Bool
  public let source: String?

  package init(
    step: String?, day: Day, known: Day, withdrawn: Day? = nil, label: String? = nil,
    of: [String] = [], days: Int? = nil, until: Day? = nil, actions: [String] = [],
    citation: String, note: String? = nil, isVerified: Bool = false, source: String? = nil
  ) {
    self.step = step
    self.day = day
    self.known = known
    self.withdrawn = withdrawn
    self.label = label
    self.of = of
    self.days = days
    self.until = until
    self.actions = actions
    self.citation = citation
    self.note = note
    self.isVerified = isVerified
    self.source = source
  }

  /// Whether it was known, and stood, on a day.
  public func isKnown(on day: Day) -> Bool {
    known <= day && withdrawn.map { day < $0 } ?? true
  }
}
