/// What became of one measure for an entry.
public enum LineStatus: String, Sendable {
  case applied
  /// It would apply, but another measure puts it aside.
  case displaced
  case notInScope = "not-in-scope"
  /// Whether it applies, or how much, depends on a fact the entry does not state.
  case needsFacts = "needs-facts"
  /// Held void: listed, not counted.
  case void
}
