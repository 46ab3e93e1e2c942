public import TariffLaw

/// Why an answer over time changed on a day.
public enum HistoryCause: Hashable, Sendable {
  case lineCame(AssessedLine)
  /// - Parameter reason: why the measure does not count any more.
  case lineWent(AssessedLine, reason: String)
  /// The same measure with another rate, heading, text or standing.
  case lineChanged(from: AssessedLine, to: AssessedLine)
  /// A column of the schedule prints another rate.
  case rate(column: String, from: String, to: String, edition: String)
  /// The schedule describes the good in other words.
  case words(from: String, to: String, edition: String)
  /// The code appears in an edition, with what it may have come from.
  case begins(edition: String, predecessors: [CodeRelative])
  /// The code is gone from an edition, with what may have taken its place.
  case ends(edition: String, successors: [CodeRelative])
  /// The status or the bounds differ with the same lines: a fact came to matter, or ceased to.
  case status(from: EntryStatus, to: EntryStatus)

  /// The name in the answer.
  public var name: String {
    switch self {
    case .lineCame: "came"
    case .lineWent: "went"
    case .lineChanged: "changed"
    case .rate: "schedule-rate"
    case .words: "schedule-text"
    case .begins: "code-begins"
    case .ends: "code-ends"
    case .status: "status"
    }
  }
}
