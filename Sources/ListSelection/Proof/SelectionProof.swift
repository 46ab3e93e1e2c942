/// A proof of a lower bound of the cost, which can be checked without the solver.
public struct SelectionProof: Hashable, Sendable {
  /// Conditions that follow from single rows; the prices of the steps are first for the rows, then for these.
  public let cuts: [CoverCut]
  public let steps: [ProofStep]

  public init(cuts: [CoverCut] = [], steps: [ProofStep]) {
    self.cuts = cuts
    self.steps = steps
  }

  /// Why a proof is none.
  public enum Flaw: Error, Hashable, Sendable {
    /// A cut does not follow from its row.
    case badCut(Int)
    /// The tree is not complete, or steps are left over.
    case incomplete
    /// A branch on a candidate that is settled already, or on none.
    case badBranch(step: Int)
    /// Prices for another number of rows, or a scale that is not between 0 and 60.
    case badPrices(step: Int)
    /// A price on a bound that the row does not have.
    case noSuchBound(step: Int, row: Int)
    /// The prices do not show that the rows cannot be satisfied.
    case notImpossible(step: Int)
    /// Numbers beyond 128 bits.
    case overflow(step: Int)
  }
}
