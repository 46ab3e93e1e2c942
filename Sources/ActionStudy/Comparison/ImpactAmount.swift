public import TradeImpact

/// An amount of an impact that two actions can be compared by.
public enum ImpactAmount: String, CaseIterable, Sendable {
  case coveredImports = "covered_imports"
  case revenueStatic = "revenue_static"
  case importsChange = "imports_change"
  case partnerImportsChange = "partner_imports_change"
  case diversion
  case revenue
  case buyersLoss = "buyers_loss"
  case producersGain = "producers_gain"
  case foreignLoss = "foreign_loss"
  case deadweightLoss = "deadweight_loss"
  case netWelfare = "net_welfare"
  case exportsChange = "exports_change"
  case bilateralBalance = "bilateral_balance_change"
  case totalBalance = "total_balance_change"
  case revenueNetOfOffset = "revenue_net_of_offset"
  case priceLevel = "price_level_pct"
  case householdCost = "household_cost"
  case jobs

  /// What the amount is counted in.
  public enum Unit: Sendable {
    /// Dollars a year against the baseline.
    case dollars
    case percent
    /// Dollars a household and year.
    case dollarsPerHousehold
    case jobs
  }

  public var unit: Unit {
    switch self {
    case .priceLevel: .percent
    case .householdCost: .dollarsPerHousehold
    case .jobs: .jobs
    default: .dollars
    }
  }

  /// Whether the amount is about the action's partner, so that two actions with different partners have
  /// no difference.
  public var isOfPartner: Bool { self == .partnerImportsChange || self == .bilateralBalance }

  /// The amount in one outcome of an impact; `nil` where the impact does not go so far.
  public func value(_ impact: Impact, _ outcome: Outcome) -> Double? {
    let accounts = outcome.accounts
    switch self {
    case .coveredImports: return impact.coveredImports
    case .revenueStatic: return accounts.revenueStatic
    case .importsChange: return accounts.importsChange
    case .partnerImportsChange: return impact.partner.map { outcome.importsChange[$0] }
    case .diversion: return outcome.diversion.reduce(0, +)
    case .revenue: return accounts.revenue
    case .buyersLoss: return accounts.buyersLoss
    case .producersGain: return accounts.producersGain
    case .foreignLoss: return accounts.foreignLoss
    case .deadweightLoss: return accounts.deadweightLoss
    case .netWelfare: return accounts.netWelfare
    case .exportsChange: return impact.exportsChange(to: nil, in: outcome)
    case .bilateralBalance: return impact.bilateralChange(in: outcome)
    case .totalBalance: return impact.totalChange(in: outcome)
    case .revenueNetOfOffset: return outcome.revenueNetOfOffset
    case .priceLevel: return outcome.economy.map { $0.dollars.level * 100 }
    case .householdCost:
      guard let economy = outcome.economy else { return nil }
      return impact.economy?.householdCost(economy.dollars)
    case .jobs:
      guard let economy = outcome.economy else { return nil }
      return impact.economy?.allJobs(economy).total
    }
  }

  /// The amount over the draws of an impact.
  public func estimate(_ impact: Impact) -> Estimate? {
    guard let central = value(impact, impact.central) else { return nil }
    return Estimate(
      central: central, draws: (impact.draws?.outcomes ?? []).compactMap { value(impact, $0) })
  }

  /// The amount of one impact less that of another, draw by draw.
  ///
  /// - Parameters:
  ///   - later: of the same draws as `earlier`.
  func difference(_ later: Impact, less earlier: Impact) -> Estimate? {
    guard let a = value(earlier, earlier.central), let b = value(later, later.central),
      !isOfPartner || earlier.action.partner == later.action.partner
    else { return nil }
    let pairs = zip(earlier.draws?.outcomes ?? [], later.draws?.outcomes ?? [])
    return Estimate(
      central: b - a,
      draws: pairs.compactMap { a, b in
        guard let a = value(earlier, a), let b = value(later, b) else { return nil }
        return b - a
      })
  }
}
