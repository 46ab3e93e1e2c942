/// Where a step of a docket stands.
public enum DocketStatus: String, Hashable, Sendable, CaseIterable {
  /// Done, in time where there is a limit.
  case done
  case doneLate = "done-late"
  /// Done before the first day it may be done.
  case doneEarly = "done-early"
  /// Announced for a day to come.
  case scheduled
  /// Its last day has not passed.
  case due
  /// Its last day has passed and the record, which reaches that far, has no event.
  case late
  /// It must be done and has no time limit.
  case open
  /// It may be done.
  case optional
  /// It could have been done, until a day that has passed.
  case lapsed
  /// What it waits for has not happened.
  case notYet = "not-yet"
  /// Another event took it away.
  case waived
  /// It belongs to cases of another kind.
  case notApplicable = "not-applicable"
  /// The record does not reach so far, or leaves this step out.
  case notHeld = "not-held"
}
