import JSONText
import TradeImpact

/// The home economy's part of an impact, as the surfaces show it. Every member is null or empty where
/// the importer's economy is not held.
struct EconomyAnswer {
  let impact: Impact

  init(_ impact: Impact) { self.impact = impact }

  /// What the central run gives, and what it is about.
  var central: (effect: EconomyEffect, basis: EconomyBasis)? {
    guard let effect = impact.central.economy, let basis = impact.economy else { return nil }
    return (effect, basis)
  }

  /// What the way through the economy does not see, said with every answer.
  static let notSeen = [
    "goods bought ahead of the duty and avoidance",
    "wages, unemployment and workers who move: jobs are an accounting at the employees for a dollar of"
      + " output of the year of the accounts, not a labour market",
    "spending out of the duty collected: spending stays as it was in dollars, so that dearer goods are"
      + " fewer goods",
    "used goods, whose prices follow new ones", "trade and transport that handle fewer goods",
  ]

  /// What is imputed in the accounts themselves.
  private func imputed(_ basis: EconomyBasis) -> [String] {
    [
      "the accounts split imports of a commodity among industries in proportion to their use of it",
      "consumers, investment and government take imports of a commodity in one proportion",
      "exports by commodity are output less use at home",
      "deciles: budgets of the expenditure survey by income, incomes of about 2026 brought to"
        + " \(basis.accounts.year)",
    ]
      + (basis.accounts.grownBy == 1
        ? []
        : [
          "the accounts are those of 2017, all grown as consumers' spending to"
            + " \(basis.accounts.year); employees are those of 2017"
        ])
  }

  /// An amount over the draws; `nil` where the economy is not held.
  func estimate(_ amount: (EconomyEffect) -> Double) -> Estimate? {
    guard central != nil else { return nil }
    return impact.estimate { $0.economy.map(amount) ?? .nan }
  }

  /// Change of duty collected less the income and payroll taxes it costs.
  var netRevenueEstimate: Estimate? {
    guard impact.economy != nil else { return nil }
    return impact.estimate { $0.revenueNetOfOffset ?? .nan }
  }

  func householdCostEstimate(
    _ prices: KeyPath<EconomyEffect, EconomyEffect.Prices>
  ) -> Estimate? {
    guard let basis = impact.economy else { return nil }
    return estimate { basis.householdCost($0[keyPath: prices]) }
  }

  var netRevenue: JSONValue { json(netRevenueEstimate) }

  var priceLevel: JSONValue { json(estimate { $0.dollars.level * 100 }) }

  var householdCost: JSONValue { json(householdCostEstimate(\.dollars)) }

  var exportsFromCosts: JSONValue { json(estimate(\.exportsFromCosts)) }

  var prices: JSONValue {
    guard let (effect, basis) = central else { return .array([]) }
    return .array(
      basis.accounts.categories.indices.map { index in
        .object(
          [
            ("category", .string(basis.accounts.categories[index].title)),
            ("pct", .double(effect.dollars.changes[index] * 100)),
            ("pct_percent_margins", .double(effect.percent.changes[index] * 100)),
            ("share", .double(basis.spendingShares[index])),
          ] + interval("pct", drawn.map { $0.dollars.changes[index] * 100 }))
      })
  }

  var deciles: JSONValue {
    guard let (effect, _) = central else { return .array([]) }
    return .array(
      effect.deciles.enumerated().map { index, decile in
        .object(
          [
            ("decile", .integer(index + 1)), ("cost", .double(decile.cost)),
            ("pct_of_income", .double(decile.shareOfIncome * 100)),
          ] + interval("cost", drawn.map { $0.deciles[index].cost }))
      })
  }

  var jobs: JSONValue {
    guard let (effect, basis) = central else { return .array([]) }
    let central = basis.jobs(effect)
    let drawn = drawn.map { basis.jobs($0).map { $0?.total } }
    return .array(
      basis.accounts.groups.indices.map { index in
        .object(
          [
            ("industry", .string(basis.accounts.groups[index].name)),
            ("title", .string(basis.accounts.groups[index].title)),
          ] + parts(central[index])
            + [("output_change", .double(effect.output[index].total))]
            + interval("total", drawn.compactMap { $0[index] }))
      })
  }

  /// Jobs in all industries where they are counted; `nil` where the economy is not held.
  func jobs(in outcome: Outcome) -> Double? {
    guard let effect = outcome.economy, let basis = impact.economy else { return nil }
    return basis.allJobs(effect).total
  }

  /// The effect in each draw.
  private var drawn: [EconomyEffect] { impact.draws?.outcomes.compactMap(\.economy) ?? [] }

  /// The 5th and 95th percentile beside a figure of the central run; nothing without draws.
  private func interval(
    _ name: String, _ draws: [Double]
  ) -> [(name: String, value: JSONValue)] {
    guard !draws.isEmpty else { return [] }
    let found = Estimate(central: 0, draws: draws)
    return [
      ("\(name)_low", found.low.map { .double($0) } ?? .null),
      ("\(name)_high", found.high.map { .double($0) } ?? .null),
    ]
  }

  /// Parts, alternatives, and what the figures rest on; amounts of the central run but where there is
  /// an interval.
  var details: JSONValue {
    guard let (effect, basis) = central else { return .null }
    return .object([
      ("margins", .string(EconomyEffect.Margins.dollars.rawValue)),
      (
        "by_margins",
        .array([byMargins(.dollars, \.dollars), byMargins(.percent, \.percent)])
      ),
      ("consumer_cost", .double(effect.dollars.cost)),
      (
        "consumer_cost_from",
        .object([
          ("imported_goods", .double(effect.sources.importedGoods)),
          ("imported_inputs", .double(effect.sources.importedInputs)),
          ("home_producers", .double(effect.sources.homeProducers)),
          ("margins", .double(effect.sources.margins)),
        ])
      ),
      (
        "cost_borne_by",
        .object([
          ("consumers", .double(effect.bearers.consumers)),
          ("investment_and_government", .double(effect.bearers.otherFinalUsers)),
          ("foreign_buyers", .double(effect.bearers.foreignBuyers)),
        ])
      ),
      ("import_cost_in_accounts", .double(effect.importCost)),
      ("import_cost_without_commodity", .double(effect.unplacedCost)),
      ("jobs_total", .object(parts(basis.allJobs(effect)))),
      ("jobs_total_estimate", json(estimate { basis.allJobs($0).total })),
      (
        "jobs_total_real_spending_kept",
        json(estimate { basis.allJobs($0).atKeptSpending.total })
      ),
      (
        "jobs_not_counted",
        .array(basis.accounts.groups.filter { $0.employees == nil }.map { .string($0.title) })
      ),
      ("households", .double(basis.accounts.deciles.households)),
      ("revenue_offset", .double(basis.revenueOffset)),
      ("accounts_in_dollars_of", .integer(basis.accounts.year)),
      ("accounts_grown_by", .double(basis.accounts.grownBy)),
      ("imputed", .array(imputed(basis).map { .string($0) })),
      ("not_seen", .array(Self.notSeen.map { .string($0) })),
      ("unverified_parameters", .array(basis.unverified.map { .string($0) })),
    ])
  }

  private func byMargins(
    _ margins: EconomyEffect.Margins, _ prices: KeyPath<EconomyEffect, EconomyEffect.Prices>
  ) -> JSONValue {
    .object([
      ("margins", .string(margins.rawValue)),
      ("price_level_pct", json(estimate { $0[keyPath: prices].level * 100 })),
      ("household_cost", json(householdCostEstimate(prices))),
    ])
  }

  private func parts(
    _ change: EconomyEffect.OutputChange?
  ) -> [(name: String, value: JSONValue)] {
    func number(_ part: KeyPath<EconomyEffect.OutputChange, Double>) -> JSONValue {
      change.map { .double($0[keyPath: part]) } ?? .null
    }
    return [
      ("protected", number(\.protected)), ("upstream", number(\.upstream)),
      ("downstream", number(\.downstream)),
      ("downstream_to_imports", number(\.downstreamToImports)),
      ("exports", number(\.exports)), ("total", number(\.total)),
    ]
  }

  private func json(_ estimate: Estimate?) -> JSONValue {
    estimate.map { ImpactAnswer.json($0) } ?? .null
  }
}
