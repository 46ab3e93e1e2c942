import Foundation

extension Equilibrium {
  /// What the shock does to each sector of each country: by country, then by sector, in the base's order.
  public var sectors: [SectorOutcome] {
    let count = base.countryCount
    let before = SectorFlows(base.trade, base)
    let after = SectorFlows(trade, base)
    return base.countries.indices.flatMap { country in
      base.sectors.indices.map { sector in
        let cell = sector * count + country
        let share = base.valueAddedShare[cell]
        let made = AmountChange(before: base.output[cell], after: output[cell])
        let added = AmountChange(before: share * made.before, after: share * made.after)
        let isMade = made.before > 0
        let growth = made.after / made.before
        let wage = logWages[options.labour == .mobile ? country : cell]
        let employment =
          options.labour == .mobile ? 100 * (growth / exp(wage) - 1) : 0
        return SectorOutcome(
          country: base.countries[country], sector: base.sectors[sector], output: made,
          realOutput: isMade ? 100 * (growth / exp(logUnitCosts[cell]) - 1) : nil,
          valueAdded: added, employment: added.before > 0 ? employment : nil,
          wage: added.before > 0 ? 100 * expm1(wage) : nil,
          unitCost: isMade ? 100 * expm1(logUnitCosts[cell]) : nil,
          price: base.spending[cell] > 0 ? 100 * expm1(logPrices[cell]) : nil,
          exports: .init(before: before.exports[cell], after: after.exports[cell]),
          imports: .init(before: before.imports[cell], after: after.imports[cell]))
      }
    }
  }

  /// What the shock does to some sectors together, by country in the base's order.
  ///
  /// The base says which sectors make goods (``WorldSector/isTradable``); its codes say which of them are
  /// manufacturing.
  public func group(_ belongs: (WorldSector) -> Bool) -> [SectorGroupOutcome] {
    let size = base.sectorCount
    let all = sectors
    return base.countries.indices.map { country in
      SectorGroupOutcome(
        base.countries[country],
        all[(country * size)..<((country + 1) * size)].filter { belongs($0.sector) })
    }
  }

  /// What an importer buys of an exporter, before and after.
  public func bilateral(exporter: Int, importer: Int) -> BilateralTrade {
    func change(_ flows: [Int]) -> AmountChange {
      AmountChange(
        before: flows.reduce(0) { $0 + base.trade[$1] }, after: flows.reduce(0) { $0 + trade[$1] })
    }
    let all = base.sectors.indices.map {
      base.flow(sector: $0, importer: importer, exporter: exporter)
    }
    return BilateralTrade(
      exporter: base.countries[exporter], importer: base.countries[importer],
      total: change(all),
      goods: change(base.goodsFlows(importer: importer, exporter: exporter)))
  }
}

/// Exports and imports net of tariff, by sector and country.
private struct SectorFlows {
  var exports: [Double]
  var imports: [Double]

  init(_ trade: [Double], _ base: WorldBase) {
    let count = base.countryCount
    exports = [Double](repeating: 0, count: base.sectorCount * count)
    imports = exports
    for flow in trade.indices {
      let sector = flow / count / count
      let importer = flow / count % count
      let exporter = flow % count
      guard importer != exporter else { continue }
      imports[sector * count + importer] += trade[flow]
      exports[sector * count + exporter] += trade[flow]
    }
  }
}
