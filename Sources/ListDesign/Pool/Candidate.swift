public import TariffLaw
public import TradeData
public import TradeImpact

/// A rate line that may be on the list.
public struct Candidate: Hashable, Sendable {
  /// Imports, from the partner and from all.
  public let line: TradeLine
  /// Name of its sector in the impact model.
  public let sector: String
  /// `nil` where the classification has none for it.
  public let endUse: GoodsClasses.EndUse?
  /// Why it must be on the list; `nil` when it need not.
  public let mustReason: String?
  /// How far it belongs to each group of the brief, in their order, from 0 to 1.
  public let membership: [Double]

  public var code: HTSCode { line.code }
}
