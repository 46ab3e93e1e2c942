/// The accounts of the home economy, in dollars of a year.
///
/// Their structure is that of the year they were made for; for another they are grown as a whole.
/// Commodities are what is made and used, industries are who makes it; an industry may make several
/// commodities. Values are at producers' prices unless they say otherwise.
public struct EconomyAccounts: Sendable {
  public struct Commodity: Hashable, Sendable {
    public let code: String
    /// Imports, whatever they are used for.
    public let imports: Double
    /// Use at home of what is made at home.
    public let home: Double
    /// Consumers' spending on it, whatever its origin, with the trade and transport they pay for.
    public let consumption: Double
    public let exports: Double

    package init(
      code: String, imports: Double, home: Double, consumption: Double, exports: Double
    ) {
      self.code = code
      self.imports = imports
      self.home = home
      self.consumption = consumption
      self.exports = exports
    }
  }

  public struct Industry: Hashable, Sendable {
    public let code: String
    public let output: Double
    /// Its place among the groups with an employment figure.
    public let group: Int

    package init(code: String, output: Double, group: Int) {
      self.code = code
      self.output = output
      self.group = group
    }
  }

  /// A line of consumers' spending.
  public struct Category: Hashable, Sendable {
    public let title: String
    /// The class of the expenditure survey that spreads it over incomes; `nil` is all spending.
    public let spendingClass: Int?

    package init(title: String, spendingClass: Int?) {
      self.title = title
      self.spendingClass = spendingClass
    }
  }

  /// What a line of consumers' spending buys of a commodity.
  public struct Purchase: Hashable, Sendable {
    public let category: Int
    public let commodity: Int
    public let producers: Double
    /// With trade and transport margins.
    public let purchasers: Double

    package init(category: Int, commodity: Int, producers: Double, purchasers: Double) {
      self.category = category
      self.commodity = commodity
      self.producers = producers
      self.purchasers = purchasers
    }
  }

  /// Industries counted together.
  public struct Group: Hashable, Sendable {
    public let name: String
    public let title: String
    /// Employees; `nil` where the survey does not count them.
    public let employees: Double?
    /// Whether a budget, and not buyers who answer to the price, pays for what it makes.
    public let isBudgeted: Bool

    package init(name: String, title: String, employees: Double?, isBudgeted: Bool = false) {
      self.name = name
      self.title = title
      self.employees = employees
      self.isBudgeted = isBudgeted
    }
  }

  /// Households by income.
  public struct Deciles: Hashable, Sendable {
    /// Mean income after taxes and transfers, in the dollars of their own year.
    public let income: [Double]
    /// Share of each decile in all spending.
    public let spending: [Double]
    /// For each class of spending, the budget share it has in each decile.
    public let budgets: [[Double]]
    /// All households.
    public let households: Double
    /// Consumers' spending a household in the year and dollars of `income`.
    public let spendingOfIncomeYear: Double

    package init(
      income: [Double], spending: [Double], budgets: [[Double]], households: Double,
      spendingOfIncomeYear: Double
    ) {
      self.income = income
      self.spending = spending
      self.budgets = budgets
      self.households = households
      self.spendingOfIncomeYear = spendingOfIncomeYear
    }
  }

  /// The year whose dollars these are, and by what the accounts were grown to it.
  public let year: Int
  public let grownBy: Double
  public let commodities: [Commodity]
  public let industries: [Industry]
  public let categories: [Category]
  public let purchases: [Purchase]
  public let groups: [Group]
  public let deciles: Deciles
  /// Figures that were not checked against their source, by name.
  public let unverified: [String]

  /// Inputs, commodity by industry.
  package let homeUse: SparseMatrix
  package let importUse: SparseMatrix
  /// Output of an industry for a dollar of final demand for a commodity.
  package let requirements: SparseMatrix
  /// Share of an industry in the output of a commodity.
  package let shares: SparseMatrix

  /// - Throws: ``EconomyError`` when parts do not fit together.
  package init(
    year: Int, grownBy: Double = 1, commodities: [Commodity], industries: [Industry],
    categories: [Category], purchases: [Purchase], groups: [Group], deciles: Deciles,
    unverified: [String],
    homeUse: SparseMatrix, importUse: SparseMatrix, requirements: SparseMatrix,
    shares: SparseMatrix
  ) throws(EconomyError) {
    func check(_ holds: Bool, _ text: String) throws(EconomyError) {
      guard holds else { throw EconomyError(text) }
    }
    for (matrix, rows, columns) in [
      (homeUse, commodities.count, industries.count),
      (importUse, commodities.count, industries.count),
      (requirements, industries.count, commodities.count),
      (shares, industries.count, commodities.count),
    ] {
      try check(
        matrix.rowCount == rows && matrix.columnCount == columns, "a matrix has another shape")
    }
    for industry in industries {
      try check(groups.indices.contains(industry.group), "\(industry.code) is in no group")
      try check(industry.output > 0, "\(industry.code) has no output")
    }
    for purchase in purchases {
      try check(
        categories.indices.contains(purchase.category)
          && commodities.indices.contains(purchase.commodity), "a purchase is of nothing known")
    }
    let count = deciles.income.count
    try check(
      deciles.spending.count == count && deciles.budgets.allSatisfy { $0.count == count },
      "the deciles differ in number")
    try check(
      deciles.households > 0 && deciles.spendingOfIncomeYear > 0, "there are no households")
    for category in categories {
      try check(
        category.spendingClass.map { deciles.budgets.indices.contains($0) } ?? true,
        "'\(category.title)' is in no class of spending")
    }
    self.year = year
    self.grownBy = grownBy
    self.commodities = commodities
    self.industries = industries
    self.categories = categories
    self.purchases = purchases
    self.groups = groups
    self.deciles = deciles
    self.unverified = unverified
    self.homeUse = homeUse
    self.importUse = importUse
    self.requirements = requirements
    self.shares = shares
  }
}
