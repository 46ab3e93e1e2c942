import Foundation
import TestSupport
import Testing
import TradeImpact

struct EconomyModelTests {
  private static let parameters = EconomyParameters(
    kappa: 1.19, homeSupply: 1.5, finalDemand: 0.8, exportDemand: 1.04, revenueOffset: 0.23)

  /// A random response of the market: prices of cells, changes of home sales of a few percent.
  private func response(
    _ economy: InventedEconomy, seed: Int
  ) -> (price: [Double], home: [Double]) {
    var random = SplitMix(seed: 7000 + seed)
    func unit() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
    let price = economy.market.value.map { _ in unit() < 0.4 ? 1 : 1 + 0.3 * unit() }
    let home = economy.market.homeSales.map { ($0 ?? 0) * 0.05 * (unit() - 0.2) }
    return (price, home)
  }

  /// Rises of imports by commodity and of home goods by sector, straight from their definitions.
  private func rises(
    _ economy: InventedEconomy, _ price: [Double], _ home: [Double]
  ) -> (imported: [Double], own: [Double]) {
    let market = economy.market
    let imported = economy.accounts.commodities.indices.map { commodity in
      var before = 0.0
      var after = 0.0
      for cell in market.value.indices
      where economy.commodityOfProduct[market.productOfCell[cell]] == commodity {
        let value = market.value[cell] * (1 + market.baseRate[cell])
        before += value
        after += value * price[cell]
      }
      return before > 0 ? after / before - 1 : 0
    }
    let own = economy.sectorOfCommodity.map { sector in
      guard let sector, let sales = market.homeSales[sector] else { return 0.0 }
      return pow(1 + home[sector] / sales, 1 / 2.5) - 1
    }
    return (imported, own)
  }

  private func close(_ a: Double, _ b: Double, _ tolerance: Double = 1e-10) -> Bool {
    abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-3)
  }

  @Test(arguments: 0..<30)
  func roundsOfCostAndSpendingAgree(seed: Int) throws {
    let economy = try InventedEconomy(seed: seed)
    let (price, home) = response(economy, seed: seed)
    let (imported, own) = rises(economy, price, home)
    let extra = economy.market.homeSales.map { $0.map { -0.01 * $0 } ?? 0 }
    let effect = try economy.model().effect(
      price: price, homeSalesChange: home, parameters: Self.parameters, exportChange: extra)
    let made = Reference.prices(economy, imported: imported, own: own)
    let commodities = economy.accounts.commodities
    let all = commodities.indices
    let inputs = all.map { c in
      economy.homeInputs[c].indices.reduce(0.0) {
        $0 + economy.homeInputs[c][$1] * economy.accounts.industries[$1].output
      }
    }
    let imports = all.map { c in
      economy.importInputs[c].indices.reduce(0.0) {
        $0 + economy.importInputs[c][$1] * economy.accounts.industries[$1].output
      }
    }
    // Consumers, line by line.
    let user = all.map { c in
      let (a, b) = (commodities[c].imports - imports[c], commodities[c].home - inputs[c])
      return (a * imported[c] + b * made[c]) / (a + b)
    }
    var direct = [Double](repeating: 0, count: commodities.count)
    for purchase in economy.accounts.purchases { direct[purchase.commodity] += purchase.producers }
    let paid = all.map { commodities[$0].consumption - direct[$0] }
    let margin = all.reduce(0.0) { $0 + paid[$1] * user[$1] } / paid.reduce(0, +)
    for line in economy.accounts.categories.indices {
      let bought = economy.accounts.purchases.filter { $0.category == line }
      let total = bought.reduce(0) { $0 + $1.purchasers }
      let dollars = bought.reduce(0) {
        $0 + $1.producers * user[$1.commodity] + ($1.purchasers - $1.producers) * margin
      }
      let percent = bought.reduce(0) { $0 + $1.purchasers * user[$1.commodity] }
      #expect(close(effect.dollars.changes[line], dollars / total))
      #expect(close(effect.percent.changes[line], percent / total))
    }
    // Output, group by group.
    let market = economy.market
    var protected = [Double](repeating: 0, count: commodities.count)
    var toImports = protected
    var notBought = protected
    var exports = protected
    for c in all {
      let cost = made[c] - own[c]
      exports[c] = -1.04 * cost * commodities[c].exports
      let final = commodities[c].home - inputs[c]
      guard let sector = economy.sectorOfCommodity[c], let sales = market.homeSales[sector] else {
        notBought[c] = -0.8 * cost * final
        continue
      }
      let bought = market.value.indices.reduce(0.0) {
        market.sectorOfProduct[market.productOfCell[$1]] == sector
          ? $0 + market.value[$1] * (1 + market.baseRate[$1]) : $0
      }
      let share = sales / (sales + bought)
      notBought[c] = -0.8 * cost * share * final
      toImports[c] = -1.19 * cost * (1 - share) * commodities[c].home
      let quantity = pow(1 + home[sector] / sales, 0.6) - 1
      protected[c] = quantity * commodities[c].home
      let members = all.filter { economy.sectorOfCommodity[$0] == sector }
      exports[c] +=
        extra[sector] * commodities[c].exports
        / members.reduce(0) { $0 + commodities[$1].exports }
    }
    func groups(_ byIndustry: [Double]) -> [Double] {
      (0..<InventedEconomy.groups).map { group in
        economy.accounts.industries.indices.reduce(0.0) {
          economy.accounts.industries[$1].group == group ? $0 + byIndustry[$1] : $0
        }
      }
    }
    func output(_ demand: [Double]) -> [Double] {
      groups(Reference.output(of: demand, economy.shares, economy.homeInputs))
    }
    let makers = groups(Reference.product(economy.shares, protected))
    let (chain, switched) = (output(protected), output(toImports))
    let (dropped, abroad) = (output(notBought), output(exports))
    for (group, change) in effect.output.enumerated() {
      #expect(close(change.protected, makers[group]))
      #expect(close(change.upstream, chain[group] - makers[group], 1e-9))
      #expect(close(change.downstreamToImports, switched[group]))
      #expect(close(change.downstream, switched[group] + dropped[group]))
      #expect(close(change.exports, abroad[group]))
    }
  }

  @Test(arguments: 0..<30)
  func everyDollarIsSomeones(seed: Int) throws {
    let economy = try InventedEconomy(seed: seed)
    let (price, home) = response(economy, seed: seed)
    let (imported, own) = rises(economy, price, home)
    let model = try economy.model()
    let effect = try model.effect(
      price: price, homeSalesChange: home, parameters: Self.parameters)
    // Those who pay together pay what imports and home producers take more.
    let commodities = economy.accounts.commodities
    let taken = commodities.indices.reduce(0.0) {
      $0 + commodities[$1].imports * imported[$1]
        + (commodities[$1].home + commodities[$1].exports) * own[$1]
    }
    let bearers = effect.bearers
    #expect(close(bearers.consumers + bearers.otherFinalUsers + bearers.foreignBuyers, taken))
    #expect(close(bearers.consumers, effect.dollars.cost))
    let sources = effect.sources
    #expect(
      close(
        sources.importedGoods + sources.importedInputs + sources.homeProducers + sources.margins,
        effect.dollars.cost))
    let households = economy.accounts.deciles.households
    #expect(
      close(effect.deciles.reduce(0) { $0 + $1.cost * households / 10 }, effect.dollars.cost))
    for group in effect.output {
      #expect(group.total == group.protected + group.upstream + group.downstream + group.exports)
    }
    // Cells without a commodity are said, not spread.
    let unplaced = economy.market.value.indices.reduce(0.0) {
      economy.commodityOfProduct[economy.market.productOfCell[$1]] == nil
        ? $0 + economy.market.value[$1] * (1 + economy.market.baseRate[$1]) * (price[$1] - 1) : $0
    }
    #expect(close(effect.unplacedCost, unplaced))
  }

  /// When every price of the economy rises by a hundredth, so does the price level, and every line.
  @Test(arguments: 0..<10)
  func aUniformRiseIsThePriceLevel(seed: Int) throws {
    let economy = try InventedEconomy(seed: seed, plain: true)
    // Imports rise by a hundredth and so does what each industry pays beside its inputs.
    let price = economy.market.value.map { _ in 1.01 }
    var home = economy.market.homeSales.map { _ in 0.0 }
    for (index, commodity) in economy.accounts.commodities.enumerated() {
      let added =
        1
        - economy.accounts.commodities.indices.reduce(0.0) {
          $0 + economy.homeInputs[$1][index] + economy.importInputs[$1][index]
        }
      home[index] = commodity.home * (pow(1 + 0.01 * added, 2.5) - 1)
    }
    let effect = try economy.model().effect(
      price: price, homeSalesChange: home, parameters: Self.parameters)
    #expect(close(effect.dollars.level, 0.01))
    #expect(close(effect.percent.level, 0.01))
    for line in economy.accounts.categories.indices {
      #expect(close(effect.dollars.changes[line], 0.01))
      #expect(close(effect.percent.changes[line], 0.01))
    }
  }

  @Test(arguments: 0..<10)
  func nothingComesOfNothing(seed: Int) throws {
    let economy = try InventedEconomy(seed: seed)
    let effect = try economy.model().effect(
      price: economy.market.value.map { _ in 1 },
      homeSalesChange: economy.market.homeSales.map { _ in 0 }, parameters: Self.parameters)
    #expect(effect.dollars.cost == 0 && effect.percent.cost == 0 && effect.exportsFromCosts == 0)
    #expect(effect.output.allSatisfy { $0.total == 0 })
    #expect(effect.deciles.allSatisfy { $0.cost == 0 })
  }

  /// A dearer import is dearer for everybody, loses exports, and the more with margins in percent.
  @Test(arguments: 0..<20)
  func signsAreRight(seed: Int) throws {
    let economy = try InventedEconomy(seed: seed)
    let model = try economy.model()
    var price = economy.market.value.map { _ in 1.0 }
    price[seed % (6 * InventedEconomy.goods)] = 1.25
    let effect = try model.effect(
      price: price, homeSalesChange: economy.market.homeSales.map { _ in 0 },
      parameters: Self.parameters)
    #expect(effect.dollars.cost > 0 && effect.dollars.cost < effect.percent.cost)
    #expect(effect.exportsFromCosts < 0)
    #expect(effect.output.allSatisfy { $0.protected == 0 && $0.downstream < 0 && $0.exports < 0 })
    #expect(effect.output.allSatisfy { $0.downstream <= $0.downstreamToImports })
    var parameters = Self.parameters
    parameters.finalDemand = 0
    let kept = try model.effect(
      price: price, homeSalesChange: economy.market.homeSales.map { _ in 0 },
      parameters: parameters)
    #expect(kept.output.allSatisfy { $0.downstream == $0.downstreamToImports })
  }

  /// A budget, not buyers, pays for what some groups make: dearer inputs do not shrink them.
  @Test func budgetsDoNotAnswerToPrices() throws {
    let economy = try InventedEconomy(seed: 3)
    let budgeted = try EconomyAccounts(
      year: 2017, commodities: economy.accounts.commodities,
      industries: economy.accounts.industries,
      categories: economy.accounts.categories, purchases: economy.accounts.purchases,
      groups: economy.accounts.groups.map {
        EconomyAccounts.Group(
          name: $0.name, title: $0.title, employees: $0.employees, isBudgeted: true)
      },
      deciles: economy.accounts.deciles, unverified: [], homeUse: economy.accounts.homeUse,
      importUse: economy.accounts.importUse, requirements: economy.accounts.requirements,
      shares: economy.accounts.shares)
    let model = try EconomyModel(
      accounts: budgeted, market: economy.market, commodityOfProduct: economy.commodityOfProduct,
      sectorOfCommodity: economy.sectorOfCommodity)
    let (price, home) = response(economy, seed: 3)
    let effect = try model.effect(price: price, homeSalesChange: home, parameters: Self.parameters)
    #expect(effect.output.allSatisfy { $0.downstream == $0.downstreamToImports })
  }

  @Test func jobsAreOutputTimesEmployees() throws {
    let economy = try InventedEconomy(seed: 5)
    let (price, home) = response(economy, seed: 5)
    let effect = try economy.model().effect(
      price: price, homeSalesChange: home, parameters: Self.parameters)
    let basis = EconomyBasis(accounts: economy.accounts, revenueOffset: 0.23, unverified: [])
    var sum = 0.0
    for (index, row) in basis.jobs(effect).enumerated() {
      let output = economy.accounts.industries.filter { $0.group == index }
        .reduce(0) { $0 + $1.output }
      guard let employees = economy.accounts.groups[index].employees else {
        #expect(row == nil)
        continue
      }
      let jobs = try #require(row)
      #expect(close(jobs.total, employees * effect.output[index].total / output))
      sum += jobs.total
    }
    let all = basis.allJobs(effect)
    #expect(close(all.total, sum))
    let kept = all.atKeptSpending
    #expect(close(kept.total - all.total, all.downstreamToImports - all.downstream))
    #expect(close(basis.householdCost(effect.dollars) * 50, effect.dollars.cost))
    #expect(close(basis.spendingShares.reduce(0, +), 1))
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let economy = try InventedEconomy(seed: 1)
    #expect(throws: EconomyError.self) {
      try EconomyModel(
        accounts: economy.accounts, market: economy.market, commodityOfProduct: [0],
        sectorOfCommodity: economy.sectorOfCommodity)
    }
    #expect(throws: EconomyError.self) {
      try EconomyModel(
        accounts: economy.accounts, market: economy.market,
        commodityOfProduct: economy.commodityOfProduct,
        sectorOfCommodity: economy.sectorOfCommodity.map { _ in 99 })
    }
    let (price, home) = response(economy, seed: 1)
    let model = try economy.model()
    #expect(throws: EconomyError.self) {
      try model.effect(
        price: price, homeSalesChange: home, parameters: Self.parameters, exportChange: [1])
    }
    #expect(throws: EconomyError.self) {
      try model.effect(price: [], homeSalesChange: home, parameters: Self.parameters)
    }
    #expect(throws: EconomyError.self) {
      try SparseMatrix(
        rowCount: 1, columnCount: 1, rows: [0], columns: [1], values: [1], name: "x")
    }
  }
}
