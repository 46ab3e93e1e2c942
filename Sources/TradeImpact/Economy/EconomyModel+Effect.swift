#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension EconomyModel {
  /// Carries a response of the market through the economy.
  ///
  /// - Parameters:
  ///   - response: of the market the model was made for.
  ///   - exportChange: other changes of exports, dollars by sector of the market; none without it.
  /// - Throws: ``EconomyError`` when a column has not the length of the market's.
  public func effect(
    of response: MarketResponse, parameters: EconomyParameters, exportChange: [Double]? = nil
  ) throws(EconomyError) -> EconomyEffect {
    try effect(
      price: response.price, homeSalesChange: response.homeSalesChange, parameters: parameters,
      exportChange: exportChange)
  }

  /// Carries prices and home sales through the economy, whatever model they come from.
  ///
  /// - Parameters:
  ///   - price: new duty-inclusive price by cell of the market, relative to the base.
  ///   - homeSalesChange: change of home sales by sector of the market, dollars.
  ///   - exportChange: other changes of exports, dollars by sector; none without it.
  /// - Throws: ``EconomyError`` when a column has not the length of the market's.
  public func effect(
    price: [Double], homeSalesChange: [Double], parameters: EconomyParameters,
    exportChange: [Double]? = nil
  ) throws(EconomyError) -> EconomyEffect {
    guard price.count == weightOfCell.count, homeSalesChange.count == homeSales.count,
      exportChange.map({ $0.count == homeSales.count }) ?? true
    else {
      throw EconomyError(
        "prices are needed for \(weightOfCell.count) cells, home sales and exports for"
          + " \(homeSales.count) sectors")
    }
    let commodities = accounts.commodities
    // 1. Imports by commodity and home goods by sector.
    let imported = importPrices(price)
    let home = homeResponse(homeSalesChange, parameters.homeSupply)
    // 2. Home commodities.
    let fromImports = priceFromImports(imported)
    let fromHome = priceFromHome(home.price)
    var effect = consumers(imported, fromImports, fromHome)
    for index in commodities.indices {
      let made = fromImports[index] + fromHome[index]
      let mixed = importShare[index] * imported[index] + (1 - importShare[index]) * made
      effect.bearers.consumers += commodities[index].consumption * mixed
      effect.bearers.otherFinalUsers +=
        otherImported[index] * imported[index] + otherHome[index] * made
      effect.bearers.foreignBuyers += commodities[index].exports * made
      effect.importCost += commodities[index].imports * imported[index]
    }
    for (cell, value) in unplaced { effect.unplacedCost += value * (price[cell] - 1) }
    // 3. Output.
    var protected = [Double](repeating: 0, count: commodities.count)
    var toImports = protected
    var notBought = protected
    var exports = protected
    for (index, commodity) in commodities.enumerated() {
      let sector = sectorOfCommodity[index]
      let own = sector.map { home.price[$0] } ?? 0
      // What the partial equilibrium has not seen: the rise that comes from inputs.
      let cost = fromImports[index] + fromHome[index] - own
      if let sector {
        let switching = parameters.kappa * (1 - homeShare[sector])
        toImports[index] = -cost * switching * (intermediate[index] + finalHome[index])
      }
      let share = sector.map { homeShare[$0] } ?? 1
      notBought[index] = -cost * parameters.finalDemand * share * finalHome[index]
      exports[index] = -cost * parameters.exportDemand * commodity.exports
      effect.exportsFromCosts += exports[index]
      if let sector {
        protected[index] = home.quantity[sector] * max(commodity.home, 0)
        if let exportChange { exports[index] += exportChange[sector] * exportWeight[index] }
      }
    }
    let makers = outputOfMakers(protected)
    let suppliers = outputOfDemand(protected)
    let switched = outputOfDemand(toImports)
    let dropped = outputOfDemand(notBought)
    let abroad = outputOfDemand(exports)
    effect.output = makers.indices.map { group in
      EconomyEffect.OutputChange(
        protected: makers[group], upstream: suppliers[group] - makers[group],
        downstream: switched[group] + dropped[group], downstreamToImports: switched[group],
        exports: abroad[group])
    }
    return effect
  }

  /// Rise of the duty-inclusive price of imports by commodity, weighted by base imports.
  private func importPrices(_ price: [Double]) -> [Double] {
    var change = [Double](repeating: 0, count: accounts.commodities.count)
    price.withUnsafeBufferPointer { price in
      weightOfCell.withUnsafeBufferPointer { weight in
        for (cells, commodity) in runs {
          // Four sums at once: one alone would wait for each addition.
          var sums = SIMD4<Double>(repeating: 0)
          var cell = cells.lowerBound
          while cell + 4 <= cells.upperBound {
            let new = SIMD4(price[cell], price[cell + 1], price[cell + 2], price[cell + 3])
            let share = SIMD4(weight[cell], weight[cell + 1], weight[cell + 2], weight[cell + 3])
            sums += share * (new - 1)
            cell += 4
          }
          var rest = 0.0
          while cell < cells.upperBound {
            rest += weight[cell] * (price[cell] - 1)
            cell += 1
          }
          change[commodity] += sums.sum() + rest
        }
      }
    }
    return change
  }

  /// Rise of home prices by sector, and of the quantity sold, as fractions.
  ///
  /// Along a supply curve of elasticity e, sales s times as large have the price `s^(1/(1+e))`.
  private func homeResponse(
    _ change: [Double], _ supply: Double
  ) -> (price: [Double], quantity: [Double]) {
    let b = 1 / (1 + supply)
    var price = [Double](repeating: 0, count: change.count)
    var quantity = price
    for sector in change.indices where change[sector] != 0 && homeSales[sector] > 0 {
      let sales = 1 + change[sector] / homeSales[sector]
      price[sector] = pow(sales, b) - 1
      quantity[sector] = pow(sales, 1 - b) - 1
    }
    return (price, quantity)
  }

  /// Consumers' prices under both rules for margins, where they come from, and who pays.
  private func consumers(
    _ imported: [Double], _ fromImports: [Double], _ fromHome: [Double]
  ) -> EconomyEffect {
    var sources = EconomyEffect.Sources()
    var user = imported
    var margin = 0.0
    for index in imported.indices {
      let share = importShare[index]
      let parts = (
        share * imported[index], (1 - share) * fromImports[index], (1 - share) * fromHome[index]
      )
      sources.importedGoods += direct[index] * parts.0
      sources.importedInputs += direct[index] * parts.1
      sources.homeProducers += direct[index] * parts.2
      user[index] = parts.0 + parts.1 + parts.2
      margin += marginWeight[index] * user[index]
    }
    sources.margins = marginTotal * margin
    var dollars = [Double](repeating: 0, count: spending.count)
    var percent = dollars
    for purchase in accounts.purchases {
      let change = user[purchase.commodity]
      dollars[purchase.category] +=
        purchase.producers * change + (purchase.purchasers - purchase.producers) * margin
      percent[purchase.category] += purchase.purchasers * change
    }
    var effect = EconomyEffect(dollars: prices(dollars), percent: prices(percent))
    effect.sources = sources
    effect.deciles = deciles(dollars)
    return effect
  }

  private func prices(_ costs: [Double]) -> EconomyEffect.Prices {
    let cost = costs.reduce(0, +)
    return EconomyEffect.Prices(
      changes: zip(costs, spending).map { $1 != 0 ? $0 / $1 : 0 }, cost: cost,
      level: cost / spending.reduce(0, +))
  }

  private func deciles(_ costs: [Double]) -> [EconomyEffect.Decile] {
    let deciles = accounts.deciles
    let count = Double(deciles.income.count)
    var total = [Double](repeating: 0, count: deciles.income.count)
    for (cost, shares) in zip(costs, decileShare) where cost != 0 {
      for decile in total.indices { total[decile] += cost * shares[decile] }
    }
    // Incomes of another year are brought to the base year with the spending of a household.
    let scale = spending.reduce(0, +) / deciles.households / deciles.spendingOfIncomeYear
    return total.indices.map { decile in
      let cost = total[decile] / (deciles.households / count)
      return EconomyEffect.Decile(
        cost: cost, shareOfIncome: cost / (deciles.income[decile] * scale))
    }
  }
}
