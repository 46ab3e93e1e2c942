public import TariffLaw
import TradeData

extension EconomyAccounts {
  /// The class by which a line is spread like all spending.
  private static let allSpending = "all"

  /// The year of the detailed accounts.
  private static let detailYear = 2017

  /// The shipped accounts of 2017, for a later year grown as consumers' spending has.
  ///
  /// - Returns: `nil` when spending or households of the year are not held.
  /// - Throws: `ArchiveError` when they are damaged.
  public static func shipped(year: Int) throws(ArchiveError) -> EconomyAccounts? {
    let archive = try ShippedFiles.archive("economy.tarifa")
    let figures = try Figures(archive)
    guard let households = figures["households-\(year)"] else { return nil }
    var growth = 1.0
    if year != detailYear {
      guard let now = figures["consumption-\(year)"] else { return nil }
      let then = try Table("commodities", in: archive).integers("consumption").reduce(0, +)
      growth = now / (Double(then) * 1e6)
    }
    return try EconomyAccounts(archive, figures, year, households, growth)
  }

  /// Single figures by name.
  private struct Figures {
    private let values: [String: Double]
    let unverified: [String]

    init(_ archive: Archive) throws(ArchiveError) {
      let table = Table("figures", in: archive)
      let names = try table.texts("name")
      values = Dictionary(
        zip(names, try table.doubles("value")), uniquingKeysWith: { first, _ in first })
      unverified = zip(names, try table.texts("verified")).filter { $0.1 != "yes" }.map(\.0)
    }

    subscript(name: String) -> Double? { values[name] }
  }

  private init(
    _ archive: Archive, _ figures: Figures, _ year: Int, _ households: Double, _ growth: Double
  ) throws(ArchiveError) {
    do {
      try self.init(reading: archive, figures, year, households, growth)
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw .damaged("the accounts of the economy: \(error)")
    }
  }

  private init(
    reading archive: Archive, _ figures: Figures, _ year: Int, _ households: Double,
    _ growth: Double
  ) throws {
    let million = 1e6 * growth
    let commodityTable = Table("commodities", in: archive)
    let codes = try commodityTable.texts("code")
    func millions(_ table: Table, _ column: String) throws -> [Double] {
      try table.integers(column).map { Double($0) * million }
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
      for (index, share) in zip(classes.indices, column) { budgets[index].append(share) }
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
    func check(_ name: String, _ counts: [Int]) throws {
      guard Set(counts).count == 1 else { throw EconomyError("\(name): columns differ in length") }
    }
    try check(
      "commodities", [c, imports.count, home.count, consumption.count, exports.count])
    try check("industries", [i, output.count, group.count])
    try check(
      "bridge", [category.count, commodity.count, producers.count, purchasers.count])
    try check("employment", [names.count, titles.count, employees.count, demand.count])
    guard let spending = figures["income-year-spending"] else {
      throw EconomyError("there is no spending for the year of the incomes")
    }
    try self.init(
      year: year, grownBy: growth,
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
        households: households, spendingOfIncomeYear: spending),
      unverified: figures.unverified, homeUse: matrix("use-home", c, i, million),
      importUse: matrix("use-imports", c, i, million),
      requirements: matrix("requirements", i, c, 1e-7),
      shares: matrix("market-shares", i, c, 1e-7))
  }
}
