/// What moves a deadline once something has happened.
public struct DeadlineExtension: Hashable, Sendable {
  public enum Change: Hashable, Sendable {
    /// The length the event states, but no more than this.
    case addsAtMost(CalendarOffset)
    case adds(CalendarOffset)
    /// Another rule in place of the first.
    case becomes(DeadlineRule)
  }

  /// The id of the step whose event moves the deadline.
  public let when: String
  public let change: Change

  public init(when: String, change: Change) {
    self.when = when
    self.change = change
  }
}
