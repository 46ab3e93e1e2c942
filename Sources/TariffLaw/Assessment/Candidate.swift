/// A term that meets an entry, before stacking.
struct Candidate {
  let index: Int
  let measure: Measure
  let term: Term
  /// False when whether it applies hangs on a fact that is neither stated nor assumed.
  let isCertain: Bool
  /// The duty it lays, from the term or the column of the schedule.
  let duty: DutyText
}
