import TestSupport
import TradeImpact

/// A small economy with a market, made from a seed: commodities each made by several industries,
/// goods first and then services, with everything needed to work an answer out the slow way.
struct InventedEconomy {
  let accounts: EconomyAccounts
  let market: ImportMarket
  /// Inputs for a dollar of output, commodity by industry.
  let homeInputs: [[Double]]
  let importInputs: [[Double]]
  /// Share of an industry in a commodity, industry by commodity.
  let shares: [[Double]]
  let commodityOfProduct: [Int?]
  let sectorOfCommodity: [Int?]

  static let goods = 4
  static let services = 3
  static let groups = 3

  func model() throws -> EconomyModel {
    try EconomyModel(
      accounts: accounts, market: market, commodityOfProduct: commodityOfProduct,
      sectorOfCommodity: sectorOfCommodity)
  }

  /// - Parameter plain: every industry makes its own commodity alone, and each commodity is a sector.
  init(seed: Int, plain: Bool = false) throws {
    var random = SplitMix(seed: seed)
    func unit() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
    let count = Self.goods + Self.services
    let all = 0..<count
    var shares = all.map { _ in all.map { _ in 0.0 } }
    var home = shares
    var imported = shares
    for commodity in all {
      let other = (commodity + 1 + random.below(count - 1)) % count
      shares[commodity][commodity] = plain ? 1 : 0.75 + 0.2 * unit()
      if !plain { shares[other][commodity] = 1 - shares[commodity][commodity] }
      for industry in all {
        home[commodity][industry] = unit() < 0.3 ? 0 : 0.06 * unit()
        imported[commodity][industry] = commodity >= Self.goods || unit() < 0.3 ? 0 : 0.04 * unit()
      }
    }
    self.shares = shares
    homeInputs = home
    importInputs = imported
    // Final demand first; outputs and uses follow, so that the accounts add up.
    let consumption = all.map { _ in 100 + 900 * unit() }
    let others = all.map { _ in 50 + 200 * unit() }
    let exports = all.map { _ in 20 + 100 * unit() }
    let finalImports = all.map { $0 < Self.goods ? 50 + 300 * unit() : 0 }
    let demand = all.map { consumption[$0] + others[$0] + exports[$0] }
    let requirements = Reference.requirements(shares: shares, inputs: home)
    let output = Reference.product(requirements, demand)
    let homeUse = all.map { row in all.map { home[row][$0] * output[$0] } }
    let importUse = all.map { row in all.map { imported[row][$0] * output[$0] } }
    let commodities = all.map { index in
      // Consumers buy both origins in one proportion with other final users.
      let final = consumption[index] + others[index]
      let part = finalImports[index] * consumption[index] / final
      return EconomyAccounts.Commodity(
        code: "c\(index)", imports: finalImports[index] + importUse[index].reduce(0, +),
        home: final + homeUse[index].reduce(0, +), consumption: consumption[index] + part,
        exports: exports[index])
    }
    // Services other than the first are margins: consumers buy nothing of them directly.
    let margins = commodities.dropFirst(Self.goods + 1).reduce(0) { $0 + $1.consumption }
    let bought = (0...Self.goods).map { commodities[$0].consumption }
    let goodsTotal = bought.prefix(Self.goods).reduce(0, +)
    var purchases: [EconomyAccounts.Purchase] = []
    for commodity in 0...Self.goods {
      let margin = commodity < Self.goods ? margins * bought[commodity] / goodsTotal : 0
      for part in 0..<2 {
        let weight = part == 0 ? 0.3 : 0.7
        purchases.append(
          EconomyAccounts.Purchase(
            category: (commodity + part) % 4, commodity: commodity,
            producers: weight * bought[commodity],
            purchasers: weight * (bought[commodity] + margin)))
      }
    }
    let n = count
    func sparse(_ matrix: [[Double]], _ name: String) throws -> SparseMatrix {
      let places = all.flatMap { row in all.map { (row, $0) } }
      return try SparseMatrix(
        rowCount: n, columnCount: n, rows: places.map(\.0), columns: places.map(\.1),
        values: places.map { matrix[$0.0][$0.1] }, name: name)
    }
    accounts = try EconomyAccounts(
      year: 2017, commodities: commodities,
      industries: all.map {
        EconomyAccounts.Industry(code: "c\($0)", output: output[$0], group: $0 % Self.groups)
      },
      categories: (0..<4).map {
        EconomyAccounts.Category(title: "line \($0)", spendingClass: $0 < 3 ? $0 : nil)
      },
      purchases: purchases,
      groups: (0..<Self.groups).map {
        EconomyAccounts.Group(
          name: "g\($0)", title: "group \($0)", employees: $0 == 0 ? nil : 10 + 5 * unit())
      },
      deciles: EconomyAccounts.Deciles(
        income: (1...10).map { 1 + Double($0) }, spending: (0..<10).map { _ in 0.05 + unit() },
        budgets: (0..<3).map { _ in (0..<10).map { _ in 0.1 + unit() } }, households: 50,
        spendingOfIncomeYear: 30),
      unverified: [], homeUse: sparse(homeUse, "home"), importUse: sparse(importUse, "imports"),
      requirements: sparse(requirements, "requirements"), shares: sparse(shares, "shares"))

    // Goods 0 and 1 are one sector unless plain; a last product has no commodity.
    let sectors = plain ? Array(all) : (0..<Self.goods).map { max($0 - 1, 0) }
    sectorOfCommodity = all.map { $0 < sectors.count ? sectors[$0] : nil }
    let sectorCount = (sectors.max() ?? 0) + 1
    var sales = [Double](repeating: 0, count: sectorCount)
    for (commodity, sector) in sectors.enumerated() { sales[sector] += commodities[commodity].home }
    var productOfCell: [Int] = []
    var value: [Double] = []
    for product in 0...(2 * Self.goods) {
      for _ in 0..<3 {
        productOfCell.append(product)
        value.append(1 + 9 * unit())
      }
    }
    commodityOfProduct = (0...(2 * Self.goods)).map { $0 < 2 * Self.goods ? $0 / 2 : nil }
    market = try ImportMarket(
      sectors: (0...sectorCount).map { "s\($0)" }, homeSales: sales.map { $0 } + [nil],
      sectorOfProduct: (0...(2 * Self.goods)).map {
        $0 < 2 * Self.goods ? sectors[$0 / 2] : sectorCount
      },
      productOfCell: productOfCell,
      originOfCell: productOfCell.indices.map { $0 % 3 }, originCount: 3, value: value,
      baseRate: value.map { _ in 0.1 * unit() })
  }
}
