public import TariffLaw
import TradeData

extension EconomyAccounts {
  /// The class by which a line is spread like all spending.
  private static let allSpending = "all"

  /// The shipped accounts of 2017.
  ///
  /// - Throws: `ArchiveError` when they are damaged.
  public static func shipped2017() throws(ArchiveError) -> EconomyAccounts {
    try EconomyAccounts(ShippedFiles.archive("economy.tarifa"))
  }

  init(_ archive: Archive) throws(ArchiveError) {
    do {
      try self.init(reading: archive)
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw .damaged("the accounts of the economy: \(error)")
    }
  }

  private init(reading archive: Archive) throws {
    let commodityTable = Table("commodities", in: archive)
    let codes = try commodityTable.texts("code")
    func millions(_ table: Table, _ column: String) throws -> [Double] {
      try table.integers(column).map { Double($0) * 1e6 }
    }
    let imports = try millions(commodityTable, "imports")
    let home = try millions(commodityTable, "home")
    let consumption = try millions(commodityTable, "consumption")
    let exports = try millions(commodityTable, "exports")
    let industryTable = Table("industries", in: archive)
    let industryCodes = try industryTable.texts("code")
    let output = try millions(industryTable, "output")
    let group = try industryTable.integers("group")
    func matrix(_ name: String, _ rows: Int, _ columns: Int, _ unit: Double) throws -> SparseMatrix
    {
      let table = Table(name, in: archive)
      return try SparseMatrix(
        rowCount: rows, columnCount: columns, rows: table.integers("row").map { Int($0) },
        columns: table.integers("column").map { Int($0) },
        values: table.integers("value").map { Double($0) * unit }, name: name)
    }
    let (c, i) = (codes.count, industryCodes.count)

    let budgetTable = Table("budgets", in: archive)
    let classes = try budgetTable.texts("class")
    let decileTable = Table("deciles", in: archive)
    let income = try decileTable.doubles("income")
    var budgets = classes.map { _ in [Double]() }
    for decile in income.indices {
      let column = try budgetTable.doubles("decile-\(decile + 1)")
      for index in classes.indices { budgets[index].append(column[index]) }
    }
    let categoryTable = Table("categories", in: archive)
    let categories = try zip(categoryTable.texts("title"), categoryTable.texts("class")).map {
      title, name in
      let index = classes.firstIndex(of: name)
      guard index != nil || name == Self.allSpending else {
        throw EconomyError("'\(title)' is in no class of spending")
      }
      return Category(title: title, spendingClass: index)
    }
    let bridge = Table("bridge", in: archive)
    let category = try bridge.integers("category")
    let commodity = try bridge.integers("commodity")
    let producers = try millions(bridge, "producers")
    let purchasers = try millions(bridge, "purchasers")
    let employment = Table("employment", in: archive)
    let names = try employment.texts("group")
    let titles = try employment.texts("title")
    let employees = try employment.doubles("employees")
    let demand = try employment.texts("demand")
    let figures = Table("figures", in: archive)
    let figureNames = try figures.texts("name")
    let figureValues = try figures.doubles("value")
    let verified = try figures.texts("verified")
    func figure(_ name: String) throws -> Double {
      guard let index = figureNames.firstIndex(of: name) else {
        throw EconomyError("there is no figure '\(name)'")
      }
      return figureValues[index]
    }
    try self.init(
      commodities: codes.indices.map { index in
        Commodity(
          code: codes[index], imports: imports[index], home: home[index],
          consumption: consumption[index], exports: exports[index])
      },
      industries: industryCodes.indices.map { index in
        Industry(code: industryCodes[index], output: output[index], group: Int(group[index]))
      },
      categories: categories,
      purchases: category.indices.map { row in
        Purchase(
          category: Int(category[row]), commodity: Int(commodity[row]), producers: producers[row],
          purchasers: purchasers[row])
      },
      groups: names.indices.map { index in
        Group(
          name: names[index], title: titles[index],
          employees: employees[index].isNaN ? nil : employees[index],
          isBudgeted: demand[index] == "budget")
      },
      deciles: Deciles(
        income: income, spending: decileTable.doubles("spending-share"), budgets: budgets,
        households: figure("households"),
        spendingOfIncomeYear: figure("income-year-spending")),
      unverified: zip(figureNames, verified).filter { $0.1 != "yes" }.map(\.0),
      homeUse: matrix("use-home", c, i, 1e6), importUse: matrix("use-imports", c, i, 1e6),
      requirements: matrix("requirements", i, c, 1e-7),
      shares: matrix("market-shares", i, c, 1e-7))
  }
}
