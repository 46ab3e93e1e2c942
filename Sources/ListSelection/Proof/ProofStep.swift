/// One step of a proof that nothing costs less than a bound.
///
/// Steps stand in the order in which a tree is walked: a branch is followed by all steps of its first
/// side, then all of its second; a fixing by the steps of what is left.
public enum ProofStep: Hashable, Sendable {
  /// Everything here costs at least what these prices give.
  case bound(RowPrices)
  /// Nothing here satisfies the rows: with all costs at zero these prices give more than zero (Farkas).
  case impossible(RowPrices)
  /// Choices that differ from the sign of a reduced cost and thereby cost `threshold` or more are set aside.
  case fixing(RowPrices, threshold: Int128)
  /// Candidates whose other value would put a row beyond reach are settled, until nothing changes.
  case propagation
  /// First the candidate not chosen, then chosen.
  case branch(column: Int)
}
