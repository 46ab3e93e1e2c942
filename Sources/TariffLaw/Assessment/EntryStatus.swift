/// What became of an entry.
public enum EntryStatus: String, Sendable, CaseIterable {
  case ok
  /// A fact that matters is missing: the rate is that of the default reading, within bounds.
  case needsFacts = "needs-facts"
  /// The article may not enter; there is no rate.
  case inadmissible
  /// A rate that matters is printed in words the engine does not understand.
  case unparsed
  case unknownCode = "unknown-code"
  case unknownOrigin = "unknown-origin"
  /// The day is outside the law held.
  case outOfSpan = "out-of-span"
  case badRow = "bad-row"
}
