/// When a procedure has the list of an action revised: the step that falls due again and again.
public struct RevisionRule: Hashable, Sendable {
  /// The id of the procedure.
  public let procedure: String
  public let step: ProcedureStep
  /// From the day the action is first taken to the first revision, and from one to the next.
  public let first: CalendarOffset
  public let every: CalendarOffset
  /// The kinds of case the step belongs to, in words; empty for all.
  public let cases: [String]

  /// - Returns: `nil` when no step of the procedure falls due again.
  public init?(_ procedure: Procedure) {
    for step in procedure.steps {
      guard let every = step.every else { continue }
      for limit in step.limits {
        guard case .offset(let first, isBefore: false, _, _) = limit.rule else { continue }
        self.procedure = procedure.id
        self.step = step
        self.first = first
        self.every = every
        cases = procedure.tracks.filter { step.tracks.contains($0.id) }.map(\.title)
        return
      }
    }
    return nil
  }
}
