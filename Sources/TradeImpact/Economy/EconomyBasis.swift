/// What the effects of an action on the home economy are about and rest on.
public struct EconomyBasis: Sendable {
  public let accounts: EconomyAccounts
  /// The part of an indirect tax that income and payroll taxes lose.
  public let revenueOffset: Double
  /// Parameters and figures that were not checked against their source.
  public let unverified: [String]
  /// Employees for a dollar of output, by group; `nil` where they are not counted.
  public let employeesPerOutput: [Double?]
  /// Share of each line in consumers' spending.
  public let spendingShares: [Double]

  public init(accounts: EconomyAccounts, revenueOffset: Double, unverified: [String]) {
    self.accounts = accounts
    self.revenueOffset = revenueOffset
    self.unverified = unverified
    var output = [Double](repeating: 0, count: accounts.groups.count)
    for industry in accounts.industries { output[industry.group] += industry.output }
    employeesPerOutput = zip(accounts.groups, output).map { group, output in
      group.employees.map { output > 0 ? $0 / output : 0 }
    }
    var spending = [Double](repeating: 0, count: accounts.categories.count)
    for purchase in accounts.purchases { spending[purchase.category] += purchase.purchasers }
    let total = spending.reduce(0, +)
    spendingShares = spending.map { $0 / total }
  }

  /// What the year's consumption costs a household more a year.
  public func householdCost(_ prices: EconomyEffect.Prices) -> Double {
    prices.cost / accounts.deciles.households
  }

  /// Jobs by group: the change of output times the employees for a dollar of output in the year of
  /// the accounts; `nil` where employees are not counted.
  public func jobs(_ effect: EconomyEffect) -> [EconomyEffect.OutputChange?] {
    zip(effect.output, employeesPerOutput).map { output, employees in
      employees.map { output.scaled(by: $0) }
    }
  }

  /// The sum over the groups whose employees are counted.
  public func allJobs(_ effect: EconomyEffect) -> EconomyEffect.OutputChange {
    jobs(effect).reduce(into: EconomyEffect.OutputChange()) { sum, jobs in
      guard let jobs else { return }
      sum.protected += jobs.protected
      sum.upstream += jobs.upstream
      sum.downstream += jobs.downstream
      sum.downstreamToImports += jobs.downstreamToImports
      sum.exports += jobs.exports
    }
  }
}
