/// Carries the result of a partial equilibrium through the home economy.
///
/// Everything that does not depend on the tariff is worked out once into linear maps, so that an
/// evaluation is a few products of a matrix and a vector. `docs/method/through-the-economy.md` has
/// the equations; the names here are its names.
public struct EconomyModel: Sendable {
  public let accounts: EconomyAccounts

  /// Runs of cells of the market that are of one commodity.
  let runs: [(cells: Range<Int>, commodity: Int)]
  /// Share of each cell in the base duty-inclusive imports of its commodity.
  let weightOfCell: [Double]
  /// Base duty-inclusive value of the cells without a commodity.
  let unplaced: [(cell: Int, value: Double)]

  /// The sector of each commodity; `nil` for services and for goods outside the market.
  let sectorOfCommodity: [Int?]
  /// Home sales of each sector as the market has them, and the share of home goods in its spending.
  let homeSales: [Double]
  let homeShare: [Double]

  /// Price of home commodities from the cost of imported inputs by commodity, and from home prices
  /// that rise by sector.
  let priceFromImports: LinearMap
  let priceFromHome: LinearMap
  /// Share of imports in what final users buy of each commodity.
  package let importShare: [Double]
  /// Consumers' direct purchases of a commodity, and the weight of a commodity in their margins.
  let direct: [Double]
  let marginWeight: [Double]
  package let marginTotal: Double
  /// What other final users buy of a commodity, imported and made at home.
  let otherImported: [Double]
  let otherHome: [Double]
  /// Consumption of each line at purchasers' prices.
  package let spending: [Double]
  /// Share of each decile in the cost of each line, line by line.
  let decileShare: [[Double]]

  /// Home goods that go into production and to final users, by commodity.
  let intermediate: [Double]
  /// Those of them whose buyers answer to the price.
  package let finalHome: [Double]
  /// How a change of a sector's exports falls on its commodities.
  let exportWeight: [Double]
  /// Output by group from home demand by commodity: with all suppliers, and the makers' alone.
  let outputOfDemand: LinearMap
  let outputOfMakers: LinearMap

  /// - Parameters:
  ///   - market: the market the partial equilibrium is solved on.
  ///   - commodityOfProduct: for each product of the market its commodity; `nil` for none.
  ///   - sectorOfCommodity: for each commodity its sector in the market; `nil` for none.
  /// - Throws: ``EconomyError`` when they do not fit the market and the accounts.
  package init(
    accounts: EconomyAccounts, market: ImportMarket, commodityOfProduct: [Int?],
    sectorOfCommodity: [Int?]
  ) throws(EconomyError) {
    let commodities = accounts.commodities.count
    guard commodityOfProduct.count == market.sectorOfProduct.count,
      commodityOfProduct.allSatisfy({ $0.map { (0..<commodities).contains($0) } ?? true })
    else { throw EconomyError("every product needs a commodity of the accounts, or none") }
    guard sectorOfCommodity.count == commodities,
      sectorOfCommodity.allSatisfy({ $0.map { market.sectors.indices.contains($0) } ?? true })
    else { throw EconomyError("every commodity needs a sector of the market, or none") }
    self.accounts = accounts
    self.sectorOfCommodity = sectorOfCommodity

    // Weights of the cells.
    var total = [Double](repeating: 0, count: commodities)
    var imports = [Double](repeating: 0, count: market.sectors.count)
    var place = [Int](repeating: -1, count: market.value.count)
    var weight = market.value
    var unplaced: [(cell: Int, value: Double)] = []
    for cell in market.value.indices {
      let product = market.productOfCell[cell]
      let value = market.value[cell] * (1 + market.baseRate[cell])
      imports[market.sectorOfProduct[product]] += value
      weight[cell] = value
      if let commodity = commodityOfProduct[product] {
        place[cell] = commodity
        total[commodity] += value
      } else if value > 0 {
        unplaced.append((cell, value))
      }
    }
    var runs: [(cells: Range<Int>, commodity: Int)] = []
    for cell in weight.indices {
      let commodity = place[cell]
      guard commodity >= 0, total[commodity] > 0 else { continue }
      weight[cell] /= total[commodity]
      if let last = runs.last, last.commodity == commodity, last.cells.upperBound == cell {
        runs[runs.count - 1].cells = last.cells.lowerBound..<(cell + 1)
      } else {
        runs.append((cell..<(cell + 1), commodity))
      }
    }
    self.runs = runs
    weightOfCell = weight
    self.unplaced = unplaced
    homeSales = market.homeSales.map { $0 ?? 0 }
    homeShare = zip(homeSales, imports).map { home, imports in
      home + imports > 0 ? home / (home + imports) : 1
    }

    // Final demand.
    let budgeted = Set(
      accounts.industries.filter { accounts.groups[$0.group].isBudgeted }.map(\.code))
    let homeInputs = accounts.homeUse.rowSums
    let importInputs = accounts.importUse.rowSums
    var share = [Double](repeating: 0, count: commodities)
    var otherImported = share
    var otherHome = share
    var finalHome = share
    for (index, commodity) in accounts.commodities.enumerated() {
      let imported = commodity.imports - importInputs[index]
      let home = commodity.home - homeInputs[index]
      // Imports go to consumers in the proportion in which final users take them; where changes of
      // stocks make that proportion meaningless, in the proportion of all uses.
      share[index] =
        imported >= 0 && home >= 0 && imported + home > 0
        ? imported / (imported + home)
        : commodity.imports / max(commodity.imports + commodity.home, 1)
      share[index] = min(max(share[index], 0), 1)
      otherImported[index] = imported - share[index] * commodity.consumption
      otherHome[index] = home - (1 - share[index]) * commodity.consumption
      finalHome[index] = budgeted.contains(commodity.code) ? 0 : max(home, 0)
    }
    importShare = share
    self.otherImported = otherImported
    self.otherHome = otherHome
    self.finalHome = finalHome
    intermediate = homeInputs

    // Consumers.
    var direct = [Double](repeating: 0, count: commodities)
    var spending = [Double](repeating: 0, count: accounts.categories.count)
    var margins = 0.0
    for purchase in accounts.purchases {
      direct[purchase.commodity] += purchase.producers
      spending[purchase.category] += purchase.purchasers
      margins += purchase.purchasers - purchase.producers
    }
    // What consumers spend on a commodity beyond what they buy directly, they pay as a margin.
    let paid = zip(accounts.commodities, direct).map { max($0.consumption - $1, 0) }
    let allPaid = paid.reduce(0, +)
    self.direct = direct
    self.spending = spending
    marginTotal = margins
    marginWeight = paid.map { allPaid > 0 ? $0 / allPaid : 0 }
    decileShare = Self.decileShares(accounts)

    // Sectors and commodities.
    exportWeight = Self.weights(accounts.commodities.map(\.exports), sectorOfCommodity)

    let maps = Self.maps(accounts, sectorOfCommodity, sectors: market.sectors.count)
    priceFromImports = maps.imports
    priceFromHome = maps.home
    outputOfDemand = maps.demand
    outputOfMakers = maps.makers
  }

  /// The share of each commodity in a sum over its sector.
  private static func weights(_ values: [Double], _ sectors: [Int?]) -> [Double] {
    var sums: [Int: (sum: Double, count: Double)] = [:]
    for (value, sector) in zip(values, sectors) {
      guard let sector else { continue }
      let known = sums[sector, default: (0, 0)]
      sums[sector] = (known.sum + value, known.count + 1)
    }
    return zip(values, sectors).map { value, sector in
      guard let sector, let total = sums[sector] else { return 0 }
      return total.sum > 0 ? value / total.sum : 1 / total.count
    }
  }

  /// Line by line, how its cost falls on the deciles: by the class's share of their budgets times
  /// their share of all spending.
  private static func decileShares(_ accounts: EconomyAccounts) -> [[Double]] {
    let deciles = accounts.deciles
    func normal(_ values: [Double]) -> [Double] {
      let sum = values.reduce(0, +)
      return values.map { sum > 0 ? $0 / sum : 1 / Double(values.count) }
    }
    let all = normal(deciles.spending)
    let byClass = deciles.budgets.map { budget in
      normal(zip(budget, deciles.spending).map { $0 * $1 })
    }
    return accounts.categories.map { $0.spendingClass.map { byClass[$0] } ?? all }
  }

  private struct Maps {
    var imports: LinearMap
    var home: LinearMap
    var demand: LinearMap
    var makers: LinearMap
  }

  private static func maps(
    _ accounts: EconomyAccounts, _ sectors: [Int?], sectors sectorCount: Int
  ) -> Maps {
    let commodities = accounts.commodities.count
    let groups = accounts.groups.count
    // R transposed: cost of an industry to price of a commodity.
    var pass = LinearMap(inputs: accounts.industries.count, outputs: commodities)
    var demand = LinearMap(inputs: commodities, outputs: groups)
    var makers = demand
    let requirements = accounts.requirements
    for index in requirements.values.indices {
      let (industry, commodity) = (requirements.rows[index], requirements.columns[index])
      pass[output: commodity, input: industry] = requirements.values[index]
      demand[output: accounts.industries[industry].group, input: commodity] +=
        requirements.values[index]
    }
    let shares = accounts.shares
    for index in shares.values.indices {
      makers[
        output: accounts.industries[shares.rows[index]].group, input: shares.columns[index]] +=
        shares.values[index]
    }
    // R' B' applied to one commodity's price is the sum over the industries that use it.
    var imports = LinearMap(inputs: commodities, outputs: commodities)
    let importUse = accounts.importUse
    for index in importUse.values.indices {
      let industry = importUse.columns[index]
      imports.add(
        column: importUse.rows[index],
        importUse.values[index] / accounts.industries[industry].output, column: industry, of: pass)
    }
    var home = LinearMap(inputs: sectorCount, outputs: commodities)
    let homeUse = accounts.homeUse
    // Inputs of an industry from a sector, so that the sum over commodities is taken once.
    var bySector = LinearMap(inputs: sectorCount, outputs: accounts.industries.count)
    for index in homeUse.values.indices {
      guard let sector = sectors[homeUse.rows[index]] else { continue }
      let industry = homeUse.columns[index]
      bySector[output: industry, input: sector] +=
        homeUse.values[index] / accounts.industries[industry].output
    }
    for sector in 0..<sectorCount {
      for industry in accounts.industries.indices {
        let input = bySector[output: industry, input: sector]
        if input != 0 { home.add(column: sector, input, column: industry, of: pass) }
      }
    }
    for (commodity, sector) in sectors.enumerated() {
      if let sector { home[output: commodity, input: sector] += 1 }
    }
    return Maps(imports: imports, home: home, demand: demand, makers: makers)
  }
}
