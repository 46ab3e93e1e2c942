/// The effect of an action on the home economy, with what it is about and rests on.
public struct EconomyReport: Sendable {
  public let accounts: EconomyAccounts
  public let effect: EconomyEffect
  public let parameters: EconomyParameters
  /// Parameters and figures that were not checked against their source.
  public let unverified: [String]

  public init(
    accounts: EconomyAccounts, effect: EconomyEffect, parameters: EconomyParameters,
    unverified: [String]
  ) {
    self.accounts = accounts
    self.effect = effect
    self.parameters = parameters
    self.unverified = unverified
  }

  /// What the base year's consumption costs a household more a year, margins in dollars.
  public var householdCost: Double { householdCost(.dollars) }

  public func householdCost(_ margins: EconomyEffect.Margins) -> Double {
    prices(margins).cost / accounts.deciles.households
  }

  /// Share of each line in consumers' spending.
  public var spendingShares: [Double] {
    var spending = [Double](repeating: 0, count: accounts.categories.count)
    for purchase in accounts.purchases { spending[purchase.category] += purchase.purchasers }
    let total = spending.reduce(0, +)
    return spending.map { $0 / total }
  }

  public func prices(_ margins: EconomyEffect.Margins) -> EconomyEffect.Prices {
    switch margins {
    case .dollars: effect.dollars
    case .percent: effect.percent
    }
  }

  /// Jobs of a group of industries.
  public struct Jobs: Hashable, Sendable {
    public let group: EconomyAccounts.Group
    /// Change of output, dollars at base prices.
    public let output: EconomyEffect.OutputChange
    /// Change of jobs; `nil` where employees are not counted.
    public let jobs: EconomyEffect.OutputChange?
  }

  /// Jobs by group: the change of output times the employees for a dollar of output in the base year.
  public var jobs: [Jobs] {
    var output = [Double](repeating: 0, count: accounts.groups.count)
    for industry in accounts.industries { output[industry.group] += industry.output }
    return accounts.groups.indices.map { index in
      let group = accounts.groups[index]
      return Jobs(
        group: group, output: effect.output[index],
        jobs: group.employees.map { effect.output[index].scaled(by: $0 / output[index]) })
    }
  }

  /// The sum over the groups whose employees are counted.
  public var allJobs: EconomyEffect.OutputChange {
    var sum = EconomyEffect.OutputChange()
    for row in jobs {
      guard let jobs = row.jobs else { continue }
      sum.protected += jobs.protected
      sum.upstream += jobs.upstream
      sum.downstream += jobs.downstream
      sum.downstreamToImports += jobs.downstreamToImports
      sum.exports += jobs.exports
    }
    return sum
  }
}
