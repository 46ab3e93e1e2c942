import Foundation
import TradeAction
import TradeImpact

/// What buyers lose sector by sector: sectors do not touch each other, and the sum over them is the
/// loss of the whole.
enum SectorLoss {
  /// Dollars a year, by sector of the market, with the central assumptions.
  ///
  /// - Throws: ``EquilibriumError`` when a sector does not converge.
  static func buyers(_ study: ImpactStudy, _ tariffs: ActionTariffs) throws -> [Double] {
    try buyers(study, rates: study.rates(under: tariffs))
  }

  static func buyers(_ study: ImpactStudy, rates: [Double]) throws -> [Double] {
    let market = study.market
    var spending = market.homeSales.map { $0 ?? 0 }
    var duty = [Double](repeating: 0, count: market.sectors.count)
    for cell in market.value.indices {
      let sector = market.sectorOfProduct[market.productOfCell[cell]]
      spending[sector] += market.value[cell] * (1 + market.baseRate[cell])
      duty[sector] += market.value[cell] * (rates[cell] - market.baseRate[cell])
    }
    // Where nothing responds, buyers pay the duty on what they bought before.
    guard let response = try study.response(to: rates) else { return duty }
    return zip(spending, response.sectorPrice).map { $0 * log($1) }
  }
}
