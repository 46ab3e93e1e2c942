/// What one country buys of another, net of tariff.
public struct BilateralTrade: Sendable {
  public let exporter: WorldCountry
  public let importer: WorldCountry
  public let total: AmountChange
  /// Of the sectors whose goods cross borders under a tariff.
  public let goods: AmountChange
}
