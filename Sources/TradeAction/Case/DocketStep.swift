public import TariffLaw

/// One step of a case as it stood on a day.
public struct DocketStep: Hashable, Sendable {
  /// How an extension moved the last day.
  public struct Extension: Hashable, Sendable {
    /// The step whose event moved it.
    public let step: String
    public let event: CaseEvent
    /// Days added; `nil` where another rule took the place of the first.
    public let days: Int?
    /// Whether the event states no length, so that the longest allowed is taken.
    public let isAssumed: Bool
    /// Whether the event states more than is allowed.
    public let isCapped: Bool
  }

  public let step: ProcedureStep
  /// The label of the event this step belongs to; `nil` when there is but one.
  public let instance: String?
  /// Counting from 1 where the step falls due again and again.
  public let occurrence: Int?
  public let status: DocketStatus
  /// The day its time runs from.
  public let start: Day?
  /// The first day it may be done.
  public let opens: Day?
  /// The last day it may be done.
  public let due: Day?
  /// The limit that holds; `nil` where there is none.
  public let limit: ProcedureStep.Limit?
  /// The rule its last day follows from, which an extension may have put in place of the limit's own.
  public let rule: DeadlineRule?
  public let extensions: [Extension]
  /// The day it was done.
  public let done: Day?
  /// What was done, as known on the day of the docket.
  public let events: [CaseEvent]
  /// What is announced.
  public let scheduled: CaseEvent?
  /// Days after the last day it was done, or has not been done for as far as the record reaches.
  public let daysLate: Int?
  /// Days before the first day it was done.
  public let daysEarly: Int?
  /// Days from the day of the docket to the last day, or to the day announced.
  public let daysLeft: Int?
  /// Steps it waits for.
  public let waitsFor: [String]
  /// Why it stands so, where the status does not say all.
  public let reason: String?

  /// The text its day comes from.
  public var reference: ProcedureStep.Reference { limit?.reference ?? step.reference }

  /// The title with the label it belongs to and its number.
  public var title: String {
    step.title + (instance.map { " (\($0))" } ?? "") + (occurrence.map { ", no. \($0)" } ?? "")
  }
}
