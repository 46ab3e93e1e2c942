/// Where the duty of a term comes from.
public enum TermDuty: Hashable, Sendable {
  /// The term states it.
  case stated(DutyText)
  /// A column of the schedule states it, line by line.
  case column(Column)
}

/// A column of the schedule.
public enum Column: Hashable, Sendable {
  /// Column 1, general.
  case general
  /// Column 1, special, for a programme; the first indicator the line carries counts.
  case special(indicators: [String])
  /// Column 2.
  case other
}
