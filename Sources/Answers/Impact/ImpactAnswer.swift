public import JSONText
public import TradeImpact

/// An impact as the surfaces show it.
public struct ImpactAnswer: Sendable {
  public let impact: Impact
  /// The same action at the rates of its other stages.
  public let stages: [Impact]

  public init(_ impact: Impact, stages: [Impact] = []) {
    self.impact = impact
    self.stages = stages
  }

  /// The document of the command-line contract. Amounts are dollars a year against the baseline;
  /// `buyers_loss` and `foreign_loss` are positive for a loss.
  public var json: JSONValue {
    let accounts = impact.accounts
    return .object([
      ("action", .string(impact.action.id)),
      ("title", .string(impact.action.title)),
      ("on", .day(impact.day)),
      ("covered_imports", estimate(impact.coveredImports)),
      ("covered_lines", .integer(impact.coveredLines)),
      ("announced_imports", .exact(impact.action.announced?.imports)),
      (
        "duties",
        .array(
          impact.measures.map { share in
            .object([
              ("measure", .string(share.measure)),
              ("covered_imports", .double(share.coveredImports)),
              ("duty", .double(share.duty)),
            ])
          })
      ),
      ("imports_change", estimate(accounts.importsChange)),
      (
        "imports_by_origin",
        .array(
          impact.origins.map { origin in
            .object([
              ("origin", .string(origin.name)), ("change", .double(origin.importsChange)),
            ])
          })
      ),
      ("creation", estimate(impact.creation)),
      (
        "diversion",
        .array(
          impact.origins.map { origin in
            .object([
              ("origin", .string(origin.name)), ("change", .double(origin.diversion)),
            ])
          })
      ),
      ("revenue_static", estimate(accounts.revenueStatic)),
      ("revenue", estimate(accounts.revenue)),
      ("buyers_loss", estimate(accounts.buyersLoss)),
      ("first_order_loss", estimate(accounts.firstOrderLoss)),
      ("producers_gain", estimate(accounts.producersGain)),
      ("foreign_loss", estimate(accounts.foreignLoss)),
      ("deadweight_loss", estimate(accounts.deadweightLoss)),
      ("net_welfare", estimate(accounts.netWelfare)),
      ("price_level_pct", .null),
      ("household_cost", .null),
      ("jobs", .array([])),
      (
        "balance",
        .object([("bilateral", balance(impact.bilateral)), ("total", balance(impact.total))])
      ),
      ("fitted_share", .double(impact.fittedShare)),
      (
        "left_out",
        .object([
          ("imports_without_known_duty", .double(impact.unpricedValue)),
          ("listed_lines_without_baseline", .array(impact.unmatched.map { .string($0.digits) })),
          ("not_modelled", .array(ImpactAnswer.notModelled.map { .string($0) })),
        ])
      ),
      (
        "stages",
        .array(
          stages.map { stage in
            .object([
              ("on", .day(stage.day)),
              ("covered_imports", .double(stage.coveredImports)),
              ("revenue_static", .double(stage.accounts.revenueStatic)),
              ("revenue", .double(stage.accounts.revenue)),
              ("imports_change", .double(stage.accounts.importsChange)),
              ("buyers_loss", .double(stage.accounts.buyersLoss)),
              ("net_welfare", .double(stage.accounts.netWelfare)),
            ])
          })
      ),
      (
        "vintage",
        .object([
          ("baseline", .string(impact.vintage.baseline)),
          ("assumptions", .string(impact.vintage.assumptions)),
          ("unverified_parameters", .array(impact.vintage.unverified.map { .string($0) })),
        ])
      ),
      ("seed", .null),
    ])
  }

  /// What the model does not see, said with every answer.
  static let notModelled = [
    "retaliation and exports", "price level, household cost and jobs",
    "goods bought ahead of the duty, avoidance, product exclusions",
    "uncertainty: every amount is a single run without an interval",
  ]

  /// Bounds are null without draws.
  private func estimate(_ value: Double) -> JSONValue {
    .object([("value", .double(value)), ("low", .null), ("high", .null)])
  }

  private func balance(_ balance: Impact.Balance) -> JSONValue {
    .object([
      ("base", balance.base.map { .double($0) } ?? .null),
      ("change", estimate(balance.change)),
      ("after", balance.base.map { .double($0 + balance.change) } ?? .null),
    ])
  }
}
