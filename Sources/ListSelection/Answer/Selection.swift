/// A choice with what it costs, how good it can be at most, and the proof of that.
public struct Selection: Hashable, Sendable {
  /// How much work an answer was.
  public struct Effort: Hashable, Sendable {
    /// Candidates settled by reduced costs before the tree.
    public internal(set) var settled = 0
    /// Nodes of the tree that were looked at.
    public internal(set) var nodes = 0
    /// Linear programmes solved.
    public internal(set) var linearProgrammes = 0
    /// Small integer programmes solved for choices.
    public internal(set) var cores = 0

    static func += (sum: inout Self, part: Self) {
      sum.settled += part.settled
      sum.nodes += part.nodes
      sum.linearProgrammes += part.linearProgrammes
      sum.cores += part.cores
    }
  }

  /// One a candidate; satisfies every row, checked in whole numbers.
  public let chosen: [Bool]
  public let objective: Int128
  /// No choice costs less, as ``proof`` shows.
  public let bound: Int128
  /// Whether the bound is within the gap that was asked for.
  public let isProven: Bool
  public let proof: SelectionProof
  /// The sum of each row.
  public let activities: [Int128]
  /// The dual value of each row at the root: cost a unit more of its binding bound.
  public let rowPrices: [Double]
  /// The reduced cost of each candidate at the root: cost less what it does for the rows at their
  /// prices. The smallest positive ones not chosen are next to come in, the largest negative ones chosen
  /// next to go out.
  public let reducedCosts: [Double]
  public let effort: Effort

  /// The distance to the bound as a share of the cost.
  public var gap: Double {
    objective == bound ? 0 : Double(objective - bound) / max(1, Double(objective.magnitude))
  }
}
