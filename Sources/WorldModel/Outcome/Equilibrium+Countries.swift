import Foundation

extension Equilibrium {
  /// Price indices of households, as logarithms of new over base, by country.
  package var logPriceIndices: [Double] {
    let count = base.countryCount
    var sums = [Double](repeating: 0, count: count)
    for cell in logPrices.indices { sums[cell % count] += base.finalShare[cell] * logPrices[cell] }
    return sums
  }

  /// Value added after the shock, by country.
  package var valueAdded: [Double] {
    let count = base.countryCount
    guard options.labour == .fixed else {
      return base.valueAdded.indices.map { base.valueAdded[$0] * exp(logWages[$0]) }
    }
    var sums = [Double](repeating: 0, count: count)
    for cell in logWages.indices {
      sums[cell % count] += base.valueAddedShare[cell] * base.output[cell] * exp(logWages[cell])
    }
    return sums
  }

  /// Tariff revenue after the shock, by country.
  package var revenue: [Double] {
    let added = valueAdded
    return base.countries.indices.map { income[$0] - added[$0] - deficit[$0] }
  }

  /// Logarithms of real income, new over base, by country.
  public var logRealIncome: [Double] {
    let prices = logPriceIndices
    let before = base.income
    return income.indices.map { log(income[$0] / before[$0]) - prices[$0] }
  }

  /// What the shock does to each country, in the base's order.
  public var countries: [CountryOutcome] {
    let prices = logPriceIndices
    let real = logRealIncome
    let added = valueAdded
    let duties = revenue
    let linear = linearTerms
    let before = TradeTotals(base.trade, base)
    let after = TradeTotals(trade, base)
    return base.countries.indices.map { country in
      let wage = log(added[country] / base.valueAdded[country])
      return CountryOutcome(
        country: base.countries[country], realIncome: 100 * expm1(real[country]),
        realWage: 100 * expm1(wage - prices[country]), priceIndex: 100 * expm1(prices[country]),
        termsOfTrade: 100 * linear.terms[country], volumeOfTrade: 100 * linear.volume[country],
        exports: .init(before: before.exports[country], after: after.exports[country]),
        imports: .init(before: before.imports[country], after: after.imports[country]),
        revenue: .init(before: base.revenue[country], after: duties[country]),
        balance: .init(
          before: before.exports[country] - before.imports[country],
          after: after.exports[country] - after.imports[country]))
    }
  }

  /// The two terms of the paper's linear welfare, over base income, by country.
  private var linearTerms: (terms: [Double], volume: [Double]) {
    let count = base.countryCount
    let income = base.income
    var terms = [Double](repeating: 0, count: count)
    var volume = terms
    for sector in base.sectors.indices {
      for importer in 0..<count {
        for exporter in 0..<count where exporter != importer {
          let cell = base.flow(sector: sector, importer: importer, exporter: exporter)
          let value = base.trade[cell]
          guard value > 0 else { continue }
          let cost = expm1(logUnitCosts[sector * count + exporter])
          terms[exporter] += value * cost / income[exporter]
          terms[importer] -= value * cost / income[importer]
          volume[importer] +=
            base.tariffs[cell] * value * (trade[cell] / value - 1 - cost) / income[importer]
        }
      }
    }
    return (terms, volume)
  }
}

/// Exports and imports of each country, net of tariff.
struct TradeTotals {
  var exports: [Double]
  var imports: [Double]

  init(_ trade: [Double], _ base: WorldBase) {
    let count = base.countryCount
    exports = [Double](repeating: 0, count: count)
    imports = exports
    for cell in trade.indices {
      let importer = cell / count % count
      let exporter = cell % count
      guard importer != exporter else { continue }
      imports[importer] += trade[cell]
      exports[exporter] += trade[cell]
    }
  }
}
