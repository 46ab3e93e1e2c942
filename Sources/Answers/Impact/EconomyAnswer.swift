import JSONText
import TradeImpact

/// The home economy's part of an impact, as the surfaces show it. Every member is null or empty where
/// the importer's economy is not held.
struct EconomyAnswer {
  let report: EconomyReport?
  /// Change of duty collected, dollars a year.
  let revenue: Double

  init(_ report: EconomyReport?, revenue: Double) {
    self.report = report
    self.revenue = revenue
  }

  /// What the way through the economy does not see, said with every answer.
  static let notSeen = [
    "goods bought ahead of the duty and avoidance",
    "wages, unemployment and workers who move: jobs are an accounting at the base year's employees for"
      + " a dollar of output, not a labour market",
    "spending out of the duty collected: spending stays as it was in dollars, so that dearer goods are"
      + " fewer goods",
    "used goods, whose prices follow new ones",
    "trade and transport that handle fewer goods",
  ]

  /// What is imputed in the accounts themselves.
  static let imputed = [
    "the accounts split imports of a commodity among industries in proportion to their use of it",
    "consumers, investment and government take imports of a commodity in one proportion",
    "exports by commodity are output less use at home",
    "deciles: budgets of the expenditure survey by income, incomes of about 2026 brought to 2017",
  ]

  var netRevenue: JSONValue {
    report.map { estimate(revenue * (1 - $0.parameters.revenueOffset)) } ?? .null
  }

  var priceLevel: JSONValue {
    report.map { estimate($0.effect.dollars.level * 100) } ?? .null
  }

  var householdCost: JSONValue { report.map { estimate($0.householdCost) } ?? .null }

  var exportsFromCosts: JSONValue {
    report.map { estimate($0.effect.exportsFromCosts) } ?? .null
  }

  var prices: JSONValue {
    guard let report else { return .array([]) }
    let spending = report.spendingShares
    return .array(
      report.accounts.categories.indices.map { index in
        .object([
          ("category", .string(report.accounts.categories[index].title)),
          ("pct", .double(report.effect.dollars.changes[index] * 100)),
          ("pct_percent_margins", .double(report.effect.percent.changes[index] * 100)),
          ("share", .double(spending[index])),
        ])
      })
  }

  var deciles: JSONValue {
    guard let report else { return .array([]) }
    return .array(
      report.effect.deciles.enumerated().map { index, decile in
        .object([
          ("decile", .integer(index + 1)), ("cost", .double(decile.cost)),
          ("pct_of_income", .double(decile.shareOfIncome * 100)),
        ])
      })
  }

  var jobs: JSONValue {
    guard let report else { return .array([]) }
    return .array(
      report.jobs.map { row in
        .object(
          [
            ("industry", .string(row.group.name)), ("title", .string(row.group.title)),
          ] + parts(row.jobs) + [("output_change", .double(row.output.total))])
      })
  }

  /// Parts, alternatives, and what the figures rest on.
  var details: JSONValue {
    guard let report else { return .null }
    let effect = report.effect
    return .object([
      ("margins", .string(EconomyEffect.Margins.dollars.rawValue)),
      (
        "by_margins",
        .array(
          EconomyEffect.Margins.allCases.map { margins in
            .object([
              ("margins", .string(margins.rawValue)),
              ("price_level_pct", .double(report.prices(margins).level * 100)),
              ("consumer_cost", .double(report.prices(margins).cost)),
              ("household_cost", .double(report.householdCost(margins))),
            ])
          })
      ),
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
      ("jobs_total", .object(parts(report.allJobs))),
      (
        "jobs_not_counted",
        .array(
          report.accounts.groups.filter { $0.employees == nil }.map { .string($0.title) })
      ),
      ("households", .double(report.accounts.deciles.households)),
      ("revenue_offset", .double(report.parameters.revenueOffset)),
      ("accounts", .string("2017")),
      ("imputed", .array(Self.imputed.map { .string($0) })),
      ("not_seen", .array(Self.notSeen.map { .string($0) })),
      ("unverified_parameters", .array(report.unverified.map { .string($0) })),
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
      ("exports", number(\.exports)),
      ("total", number(\.total)),
    ]
  }

  /// Bounds are null without draws.
  private func estimate(_ value: Double) -> JSONValue {
    .object([("value", .double(value)), ("low", .null), ("high", .null)])
  }
}
