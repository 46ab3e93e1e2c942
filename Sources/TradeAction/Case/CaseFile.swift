public import TariffLaw

/// The record of one case under a procedure.
public struct CaseFile: Hashable, Sendable {
  public let id: String
  public let title: String
  public let procedure: Procedure
  /// What kind of case it is.
  public let tracks: [String]
  public let partners: [CountryCode]
  /// The last day for which the record is meant to be complete: silence after it says nothing.
  public let heldUntil: Day
  /// Steps whose events the record leaves out.
  public let leavesOut: [String]
  /// By day, then as written.
  public let events: [CaseEvent]
  public let notes: [String]

  /// The same record with other events, by day.
  package func with(_ events: [CaseEvent]) -> CaseFile {
    CaseFile(
      id: id, title: title, procedure: procedure, tracks: tracks, partners: partners,
      heldUntil: heldUntil, leavesOut: leavesOut, events: Self.inOrder(events), notes: notes)
  }

  static func inOrder(_ events: [CaseEvent]) -> [CaseEvent] {
    events.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }
}
