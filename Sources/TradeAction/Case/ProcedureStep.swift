/// One step of a procedure: who must or may do what, until when, and by what text.
public struct ProcedureStep: Hashable, Sendable {
  /// The last day of a step, for the cases of some tracks.
  public struct Limit: Hashable, Sendable {
    /// The tracks it holds for; all when empty.
    public let tracks: [String]
    public let rule: DeadlineRule
    public let extensions: [DeadlineExtension]
    public let weekend: WeekendRule
    public let reference: Reference
  }

  /// Where a text stands, and whether it was read.
  public struct Reference: Hashable, Sendable {
    public let citation: String
    /// Whether the text was read, not remembered.
    public let isVerified: Bool
    /// What was read.
    public let source: String?
  }

  public let id: String
  public let title: String
  /// Who acts.
  public let actor: String
  public let reference: Reference
  /// The tracks it belongs to; all when empty.
  public let tracks: [String]
  /// Steps of which one must have happened first; none when empty.
  public let follows: [String]
  /// The step whose labelled events each have this step of their own.
  public let per: String?
  public let isOptional: Bool
  /// Whether it happens by itself when its day has passed.
  public let isByLaw: Bool
  /// Steps any of which takes this one away.
  public let liftedBy: [String]
  /// The limits, of which the first that fits the case's tracks holds; no time limit when none does.
  public let limits: [Limit]
  /// The first day it may be done.
  public let opens: DeadlineRule?
  /// How long after its last day it falls due again.
  public let every: CalendarOffset?
  public let notes: String?

  /// The limit in a case of these tracks.
  public func limit(in tracks: [String]) -> Limit? {
    limits.first { $0.tracks.isEmpty || $0.tracks.contains(where: tracks.contains) }
  }

  /// Whether it belongs to a case of these tracks.
  public func applies(in tracks: [String]) -> Bool {
    self.tracks.isEmpty || self.tracks.contains(where: tracks.contains)
  }

  /// The steps whose days decide when this one falls due or may begin.
  var triggers: [String] {
    var rules = limits.map(\.rule)
    for limit in limits {
      for item in limit.extensions {
        if case .becomes(let rule) = item.change { rules.append(rule) }
      }
    }
    if let opens { rules.append(opens) }
    return rules.flatMap(\.anchors).map(\.step) + follows + (per.map { [$0] } ?? [])
  }
}
