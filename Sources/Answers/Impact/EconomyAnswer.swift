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
    guard let (_, basis) = central else { return .array([]) }
    let (rises, percent) = (priceRises(\.dollars), priceRises(\.percent))
    return .array(
      basis.accounts.categories.indices.map { index in
        .object(
          [
            ("category", .string(basis.accounts.categories[index].title)),
            ("pct", .double(rises[index].value)),
            ("pct_percent_margins", .double(percent[index].value)),
            ("share", .double(basis.spendingShares[index])),
          ] + bounds("pct", rises[index]))
      })
  }

  /// Rise of the price of each line of consumers' spending, in percent.
  func priceRises(_ prices: KeyPath<EconomyEffect, EconomyEffect.Prices>) -> [Estimate] {
    estimates { effect in effect[keyPath: prices].changes.map { $0 * 100 } }
  }

  var deciles: JSONValue {
    let shares = decileShares
    return .array(
      decileCosts.enumerated().map { index, cost in
        .object(
          [
            ("decile", .integer(index + 1)), ("cost", .double(cost.value)),
            ("pct_of_income", .double(shares[index].value)),
          ] + bounds("cost", cost))
      })
  }

  /// Dollars a year for each household of a tenth by income, the poorest first.
  var decileCosts: [Estimate] { estimates { $0.deciles.map(\.cost) } }

  /// Those in percent of income.
  var decileShares: [Estimate] { estimates { $0.deciles.map { $0.shareOfIncome * 100 } } }

  var jobs: JSONValue {
    guard let (_, basis) = central else { return .array([]) }
    let parts = Self.parts.map { name, part in (name: name, amounts: jobs(part)) }
    let (totals, output) = (jobs(\.total), estimates { $0.output.map(\.total) })
    return .array(
      basis.accounts.groups.indices.map { index in
        let group = basis.accounts.groups[index]
        return .object(
          [("industry", .string(group.name)), ("title", .string(group.title))]
            + parts.map { name, amounts in
              (name, amounts[index].map { .double($0.value) } ?? .null)
            } + [("output_change", .double(output[index].value))]
            + bounds("total", totals[index]))
      })
  }

  /// Jobs by group of industries; `nil` where employees are not counted.
  func jobs(_ part: KeyPath<EconomyEffect.OutputChange, Double>) -> [Estimate?] {
    guard let (_, basis) = central else { return [] }
    let found = estimates { effect in basis.jobs(effect).map { $0?[keyPath: part] ?? .nan } }
    return zip(basis.accounts.groups, found).map { $0.employees == nil ? nil : $1 }
  }

  /// Jobs in all industries where they are counted; `nil` where the economy is not held.
  func jobs(in outcome: Outcome) -> Double? {
    guard let effect = outcome.economy, let basis = impact.economy else { return nil }
    return basis.allJobs(effect).total
  }

  /// Each of several amounts over the draws; none where the economy is not held.
  private func estimates(_ amounts: (EconomyEffect) -> [Double]) -> [Estimate] {
    guard let (effect, _) = central else { return [] }
    let drawn = (impact.draws?.outcomes ?? []).compactMap(\.economy).map(amounts)
    return amounts(effect).enumerated().map { index, value in
      Estimate(central: value, draws: drawn.map { $0[index] })
    }
  }

  /// The bounds of a row's amount; nothing without draws.
  private func bounds(
    _ name: String, _ estimate: Estimate?
  ) -> [(name: String, value: JSONValue)] {
    guard impact.draws != nil else { return [] }
    return [
      ("\(name)_low", estimate?.low.map { .double($0) } ?? .null),
      ("\(name)_high", estimate?.high.map { .double($0) } ?? .null),
    ]
  }

  /// Parts that sum to their total, alternatives, and what the figures rest on: of the central run but
  /// where there is an interval.
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
      (
        "jobs_total",
        .object(Self.parts.map { ($0, .double(basis.allJobs(effect)[keyPath: $1])) })
      ),
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

  /// A change of output or jobs as it is shown, part by part.
  private static var parts: [(name: String, part: KeyPath<EconomyEffect.OutputChange, Double>)] {
    [
      ("protected", \.protected), ("upstream", \.upstream), ("downstream", \.downstream),
      ("downstream_to_imports", \.downstreamToImports), ("exports", \.exports),
      ("total", \.total),
    ]
  }

  private func json(_ estimate: Estimate?) -> JSONValue {
    estimate.map { ImpactAnswer.json($0) } ?? .null
  }
}
