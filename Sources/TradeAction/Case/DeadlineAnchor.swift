/// The day a deadline counts from, by the step it belongs to.
public struct DeadlineAnchor: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// The first event of the step.
    case event = ""
    /// The last event of the step.
    case latest = "latest "
    /// The last day the step may be done.
    case due = "due of "
    /// The last day of what the step's event brought about, as the event states it.
    case end = "end of "
  }

  public let kind: Kind
  /// The id of the step.
  public let step: String

  public init(_ kind: Kind, _ step: String) {
    self.kind = kind
    self.step = step
  }

  /// Reads `initiation`, `latest initiation`, `due of initiation` or `end of initiation`.
  public init(_ text: String) {
    for kind in [Kind.latest, .due, .end] where text.hasPrefix(kind.rawValue) {
      self.init(kind, String(text.dropFirst(kind.rawValue.count)))
      return
    }
    self.init(.event, text)
  }
}

extension DeadlineAnchor {
  /// The day in words: `initiation`, `the last day of initiation`.
  public var words: String {
    switch kind {
    case .event: step
    case .latest: "the latest \(step)"
    case .due: "the last day of \(step)"
    case .end: "the end of \(step)"
    }
  }
}
