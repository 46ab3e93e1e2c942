public import TariffLaw
public import TradeData

extension EconomyModel {
  /// The model of the shipped accounts on a market.
  ///
  /// - Parameters:
  ///   - codes: the code of each product of the market.
  ///   - sectors: the map that gave the market its sectors.
  /// - Throws: `ArchiveError` when the data are damaged, ``EconomyError`` when they do not fit.
  public static func shipped(
    market: ImportMarket, codes: [HTSCode], sectors: SectorMap
  ) throws -> EconomyModel {
    let accounts = try EconomyAccounts.shipped2017()
    let goods = try CommodityMap.shipped(accounts)
    return try EconomyModel(
      accounts: accounts, market: market, commodityOfProduct: codes.map { goods.commodity(of: $0) },
      sectorOfCommodity: accounts.commodities.map { sectors.sectorOfCommodity[$0.code] })
  }
}
