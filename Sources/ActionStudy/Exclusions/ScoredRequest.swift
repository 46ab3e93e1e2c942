/// A request with what granting it alone would do, in dollars a year, with the central assumptions.
public struct ScoredRequest: Sendable {
  public enum Status: String, Sendable {
    case ok
    /// On the list, and nothing imported in the baseline's year from where it is covered.
    case noImports = "no-imports"
    case notOnList = "not-on-list"
    case unknownCode = "unknown-code"
    case unknownOrigin = "unknown-origin"
    case originNotCovered = "origin-not-covered"
    case badRow = "bad-row"
  }

  /// What the share of a line that a ten-digit code takes in rests on.
  public enum ShareBasis: String, Sendable {
    /// Whole lines, or codes that the baseline tells apart: nothing is estimated.
    case exact
    /// Imports of a later year by ten-digit code.
    case laterImports = "later-imports"
    /// No figure: the whole line stands for the code, and every amount is an upper bound.
    case wholeLine = "whole-line"
  }

  public let request: ExclusionRequest
  public let status: Status
  /// What is wrong, or what to know; empty when there is nothing.
  public let detail: String
  public let effect: Effect
  public let basis: ShareBasis

  /// What granting does.
  public struct Effect: Hashable, Sendable {
    /// Customs value taken out of the action, on unchanged imports.
    public internal(set) var coveredImports = 0.0
    /// Duty the action would have laid on it, on unchanged imports.
    public internal(set) var duty = 0.0
    /// Change of all duty collected, after behaviour.
    public internal(set) var revenueChange = 0.0
    /// What buyers lose less with the grant than without it.
    public internal(set) var buyersSaving = 0.0
    public internal(set) var netWelfareChange = 0.0
    /// Change of the sales of the origins that the grant spares, in all goods.
    public internal(set) var sparedSalesChange = 0.0

    /// Of granting nothing.
    package init() {}

    mutating func add(_ other: Effect) {
      coveredImports += other.coveredImports
      duty += other.duty
      revenueChange += other.revenueChange
      buyersSaving += other.buyersSaving
      netWelfareChange += other.netWelfareChange
      sparedSalesChange += other.sparedSalesChange
    }

    /// Covered value given up for each dollar that buyers save; `nil` where they save nothing.
    public var valuePerDollarSaved: Double? {
      buyersSaving > 0 ? coveredImports / buyersSaving : nil
    }
  }
}
