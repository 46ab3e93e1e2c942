/// What new rates do to a market, in dollars a year against the base.
public struct MarketResponse: Sendable {
  /// New customs value by cell.
  public internal(set) var value: [Double]
  /// New duty-inclusive price by cell, relative to the base.
  public internal(set) var price: [Double]
  /// New price index by sector, relative to the base.
  public internal(set) var sectorPrice: [Double]
  /// New price of home goods by sector, relative to the base.
  public internal(set) var homePrice: [Double]
  /// Change of home sales of home goods by sector, dollars.
  public internal(set) var homeSalesChange: [Double]
  public internal(set) var accounts: Accounts
  /// The same by sector; zero where no rate changes.
  public internal(set) var sectorAccounts: [Accounts]
  /// Base spending times the log of the price, over the cells whose rate changes.
  var logPaid = 0.0

  /// Sums that obey `buyersLoss = revenue + producersGain + deadweightLoss - foreignLoss`.
  public struct Accounts: Hashable, Sendable {
    /// Change of the customs value of imports.
    public internal(set) var importsChange = 0.0
    /// Change of duty collected over all origins.
    public internal(set) var revenue = 0.0
    /// Change of duty if imports did not respond.
    public internal(set) var revenueStatic = 0.0
    /// What buyers would pay to be spared the change: spending on each sector times the log of its
    /// price change.
    public internal(set) var buyersLoss = 0.0
    /// Rise of the duty-inclusive price times base quantity.
    public internal(set) var firstOrderLoss = 0.0
    /// Rise of home producers' surplus.
    public internal(set) var producersGain = 0.0
    /// Fall of foreign sellers' surplus.
    public internal(set) var foreignLoss = 0.0
    /// The world's: minus the integral of the wedge times the change of quantity.
    public internal(set) var deadweightLoss = 0.0

    static func += (sum: inout Self, part: Self) {
      sum.importsChange += part.importsChange
      sum.revenue += part.revenue
      sum.revenueStatic += part.revenueStatic
      sum.buyersLoss += part.buyersLoss
      sum.firstOrderLoss += part.firstOrderLoss
      sum.producersGain += part.producersGain
      sum.foreignLoss += part.foreignLoss
      sum.deadweightLoss += part.deadweightLoss
    }

    /// Of the importing country.
    public var netWelfare: Double { -(buyersLoss - revenue - producersGain) }
  }
}
