/// What a search comes to.
public enum SelectionOutcome: Hashable, Sendable {
  case chosen(Selection)
  /// No choice satisfies the rows; the proof ends in impossible leaves only.
  case impossible(SelectionProof, Selection.Effort)
  /// The node limit came before a choice, or the proof that there is none. What a choice costs at least,
  /// if there is one, follows from the proof.
  case undecided(SelectionProof, Selection.Effort)
}
