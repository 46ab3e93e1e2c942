public import TradeImpact

/// What sparing one origin does, against the action with every origin charged.
public struct OriginExemption: Sendable {
  /// Where the exemption comes from.
  public enum Kind: String, Sendable {
    /// The law grants it, in whole or in part; it is taken as granted.
    case granted
    /// The law grants none: the origin is taken out of the action altogether.
    case hypothetical
  }

  /// The origin as the baseline names it: a country, or a block.
  public let origin: String
  public let kind: Kind
  /// Imports from it that the exemption takes out of the action, at the baseline.
  public let exemptedImports: Double
  /// Duty on them that is given up, on unchanged imports.
  public let dutyForgone: Double
  /// Change of all duty collected when it alone is spared.
  public let revenueChange: Estimate
  /// Change of what buyers lose when it alone is spared.
  public let buyersLossChange: Estimate
  public let netWelfareChange: Estimate
  /// Change of its sales against the baseline with every origin charged, and with it alone spared.
  public let salesIfCharged: Estimate
  public let salesIfSpared: Estimate
  /// The part of the latter in listed goods from it that are spared: what leaks through it.
  public let leakage: Estimate
  /// The same where all exemptions of the law stand together; `nil` for a hypothetical one.
  public let leakageAsGranted: Estimate?

  /// How much the exempted trade grows, with the central figure of the leakage.
  public var growth: Double? {
    exemptedImports > 0 ? leakage.value / exemptedImports : nil
  }
}
