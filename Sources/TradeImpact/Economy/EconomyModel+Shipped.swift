import TariffLaw
import TradeData

extension EconomyModel {
  /// The model of the shipped accounts on the market of a baseline.
  ///
  /// - Returns: `nil` when the accounts do not reach the year.
  /// - Throws: `ArchiveError` when the data are damaged, ``EconomyError`` when they do not fit.
  static func shipped(
    _ study: StudyMarket, _ sectors: SectorMap, _ conversions: SubheadingConversions, year: Int
  ) throws -> EconomyModel? {
    guard let accounts = try EconomyAccounts.shipped(year: year) else { return nil }
    let goods = try CommodityMap.shipped(accounts)
    return try EconomyModel(
      accounts: accounts, market: study.market,
      commodityOfProduct: study.products.map { goods.commodity(of: $0, conversions) },
      sectorOfCommodity: accounts.commodities.map { sectors.sectorOfCommodity[$0.code] })
  }
}
