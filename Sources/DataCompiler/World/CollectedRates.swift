import TariffLaw
import TradeData
import WorldModel

/// Rates of an importer by sector and origin as they were collected: calculated duty over customs value.
///
/// A base values goods before the margins of transport and trade on their way to the border, which it
/// books as services. One factor, customs value over the base's imports of goods, brings the rates to the
/// base's values, so that what was collected is collected.
struct CollectedRates {
  /// By sector and country, dollars.
  let value: [Double]
  let duty: [Double]
  /// Customs value over imports of goods.
  private(set) var factor = 1.0

  /// - Parameter imports: what the base's importer buys, by sector and country; divides origins that are
  ///   several countries.
  init(
    _ baseline: ImportBaseline, _ goods: GoodsIndustries, _ regions: WorldRegions, importer: Int,
    sectors: Int, imports: [Double]
  ) {
    var values = IndustryAmounts(origins: baseline.origins.count, industries: sectors)
    var duties = values
    for cell in baseline.codes.indices {
      let industry = goods.industry(of: baseline.codes[cell])
      values.add(baseline.value[cell], of: industry, from: baseline.origin[cell])
      duties.add(baseline.duty[cell], of: industry, from: baseline.origin[cell])
    }
    let count = regions.members.count
    func allotted(_ amounts: IndustryAmounts) -> [Double] {
      regions.allotted(
        amounts.spread(like: values), of: baseline.origins, importer: importer, industries: sectors
      ) { imports[$0 * count + $1] }
    }
    value = allotted(values)
    duty = allotted(duties)
  }

  /// The rate on customs value; where nothing came from a country, that on all of the sector.
  func rate(sector: Int, country: Int, of countries: Int) -> Double {
    let cell = sector * countries + country
    if value[cell] > 0 { return duty[cell] / value[cell] }
    let all = (0..<countries).map { sector * countries + $0 }
    let total = all.reduce(0) { $0 + value[$1] }
    return total > 0 ? all.reduce(0) { $0 + duty[$1] } / total : 0
  }

  /// The draft with these rates in place of the importer's own on goods, and the factor found.
  ///
  /// - Parameter dividesSpending: whether spending stays as it was, and not the flow.
  mutating func replace(
    in draft: inout BaseDraft, importer: Int, dividesSpending: Bool
  ) {
    let count = draft.countries.count
    let cells = draft.sectors.indices.filter { draft.sectors[$0].isTradable }.flatMap { sector in
      (0..<count).filter { $0 != importer }.map { (sector * count + importer) * count + $0 }
    }
    let rates = cells.map { rate(sector: $0 / count / count, country: $0 % count, of: count) }
    let paid = cells.map { draft.trade[$0] * (1 + draft.tariffs[$0]) }
    let customs = value.reduce(0, +)
    // With spending held, imports depend on the factor a little; a few turns settle it.
    for _ in 0..<100 {
      var goods = 0.0
      for (position, cell) in cells.enumerated() {
        draft.tariffs[cell] = rates[position] * factor
        if dividesSpending { draft.trade[cell] = paid[position] / (1 + draft.tariffs[cell]) }
        goods += draft.trade[cell] * WorldArchive.money
      }
      let next = goods > 0 ? customs / goods : 1
      let isSettled = (next - factor).magnitude <= 1e-12 * factor
      factor = next
      if isSettled { break }
    }
  }
}
