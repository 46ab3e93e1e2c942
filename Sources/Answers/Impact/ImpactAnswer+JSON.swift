public import JSONText
import TradeImpact

extension ImpactAnswer {
  /// The document of the command-line contract. Amounts are dollars a year against the baseline;
  /// `buyers_loss` and `foreign_loss` are positive for a loss.
  public var json: JSONValue {
    .object([
      ("action", .string(impact.action.id)),
      ("title", .string(impact.action.title)),
      ("model", .string(impact.model.rawValue)),
      ("on", .day(impact.day)),
      ("horizon", .text(impact.vintage.horizon?.name)),
      ("covered_imports", estimate { _ in impact.coveredImports }),
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
      ("imports_change", estimate { $0.accounts.importsChange }),
      ("imports_by_origin", byOrigin(\.importsChange)),
      ("creation", estimate(\.creation)),
      (
        "price_effect",
        impact.central.priceEffect == nil ? .null : estimate { $0.priceEffect ?? .nan }
      ),
      ("diversion", byOrigin(\.diversion)),
      ("leakage", byOrigin(\.leakage)),
      ("revenue_static", estimate { $0.accounts.revenueStatic }),
      ("revenue", estimate { $0.accounts.revenue }),
      ("buyers_loss", estimate { $0.accounts.buyersLoss }),
      ("first_order_loss", estimate { $0.accounts.firstOrderLoss }),
      (
        "producers_gain",
        impact.model.hasHomeProducers ? estimate { $0.accounts.producersGain } : .null
      ),
      ("foreign_loss", estimate { $0.accounts.foreignLoss }),
      ("deadweight_loss", estimate { $0.accounts.deadweightLoss }),
      ("net_welfare", estimate { $0.accounts.netWelfare }),
      (
        "pass_through",
        impact.central.passThrough == nil ? .null : estimate { $0.passThrough ?? .nan }
      ),
      ("revenue_net_of_offset", economy.netRevenue),
      ("price_level_pct", economy.priceLevel),
      ("household_cost", economy.householdCost),
      ("prices", economy.prices),
      ("deciles", economy.deciles),
      ("exports_from_costs", economy.exportsFromCosts),
      ("jobs", economy.jobs),
      ("economy", economy.details),
      ("retaliation", .array(impact.retaliation.indices.map(answer))),
      ("balance", balance),
      ("fitted_share", .double(impact.fittedShare)),
      ("assumed_facts_share", .double(impact.assumedShare)),
      ("left_out", leftOut),
      ("stages", .array(stages.map(Self.stage))),
      ("tornado", .array(impact.tornado.map(bar))),
      // What every bar starts from; the estimates are medians of the draws and differ from it.
      ("tornado_central", impact.tornado.isEmpty ? .null : .object(around(impact.central))),
      ("pass_through_bounds", .array(impact.passThroughBounds.map(Self.bound))),
      ("vintage", vintage),
      ("draws", impact.draws.map { .integer($0.request.count) } ?? .null),
      ("seed", impact.draws.map { .number("\($0.request.seed)") } ?? .null),
    ])
  }

  private func estimate(_ amount: (Outcome) -> Double) -> JSONValue {
    Self.json(impact.estimate(amount))
  }

  /// Bounds are null without draws.
  static func json(_ estimate: Estimate) -> JSONValue {
    .object([
      ("value", .double(estimate.value)),
      ("low", estimate.low.map { .double($0) } ?? .null),
      ("high", estimate.high.map { .double($0) } ?? .null),
    ])
  }

  /// Origins with a change, as the central run has them in order of the baseline; each with its bounds
  /// where there are draws.
  private func byOrigin(_ amounts: KeyPath<Outcome, [Double]>) -> JSONValue {
    .array(
      impact.origins.indices.map { origin in
        let found = impact.estimate { $0[keyPath: amounts][origin] }
        return .object(
          [("origin", .string(impact.origins[origin])), ("change", .double(found.value))]
            + (impact.draws == nil
              ? []
              : [
                ("low", found.low.map { .double($0) } ?? .null),
                ("high", found.high.map { .double($0) } ?? .null),
              ]))
      })
  }

  private var balance: JSONValue {
    func side(_ base: Double?, _ change: @escaping (Outcome) -> Double) -> JSONValue {
      .object([
        ("base", base.map { .double($0) } ?? .null),
        ("change", estimate(change)),
        ("after", base.map { .double($0 + impact.estimate(change).value) } ?? .null),
      ])
    }
    return .object([
      (
        "bilateral",
        impact.partner == nil
          ? .null : side(impact.bilateralBalance) { impact.bilateralChange(in: $0) ?? .nan }
      ),
      (
        "total",
        side(impact.totalBalance) { impact.totalChange(in: $0) }
      ),
    ])
  }

  private func answer(_ index: Int) -> JSONValue {
    let answer = impact.retaliation[index]
    return .object([
      ("partner", .string(answer.partner.text)), ("on", .day(answer.on)),
      ("measures", .array(answer.measures.map { .string($0) })),
      ("exports_year", .integer(answer.year)),
      ("exports", answer.exports.map { .double($0) } ?? .null),
      ("exports_estimated", .bool(answer.isEstimate)),
      ("covered_exports", .double(answer.coveredExports)),
      ("average_rate_change", answer.averageChange.map { .double($0) } ?? .null),
      ("dispersion_within_subheadings", answer.dispersion.map { .double($0) } ?? .null),
      ("exports_change", estimate { $0.exportsChange[index] }),
      (
        "by_chapter",
        .array(
          answer.byChapter.map {
            .object([("hs2", .string($0.chapter.digits)), ("change", .double($0.change))])
          })
      ),
      ("exports_without_line", .double(answer.unmatched)),
    ])
  }

  private var leftOut: JSONValue {
    .object([
      ("imports_without_known_duty", .double(impact.unpricedValue)),
      (
        "goods_without_known_duty",
        .array(
          impact.unpriced.map { good in
            .object([
              ("hts", .string(good.code.digits)), ("imports", .double(good.value)),
              ("reason", .string(good.reason)),
            ])
          })
      ),
      ("listed_lines_without_baseline", .array(impact.unmatched.map { .string($0.digits) })),
      ("not_modelled", .array(notModelled.map { .string($0) })),
    ])
  }

  private static func stage(_ stage: Impact) -> JSONValue {
    .object([
      ("on", .day(stage.day)),
      ("covered_imports", .double(stage.coveredImports)),
      ("revenue_static", .double(stage.central.accounts.revenueStatic)),
      ("revenue", .double(stage.central.accounts.revenue)),
      ("imports_change", .double(stage.central.accounts.importsChange)),
      ("buyers_loss", .double(stage.central.accounts.buyersLoss)),
      ("net_welfare", .double(stage.central.accounts.netWelfare)),
    ])
  }

  private func bar(_ bar: TornadoBar) -> JSONValue {
    func end(_ word: String, _ outcome: Outcome) -> JSONValue {
      .object([("at", .string(word))] + around(outcome))
    }
    return .object([
      ("assumption", .string(bar.assumption)), ("spread_assumed", .bool(bar.isAssumed)),
      ("low", end(bar.low, bar.atLow)), ("high", end(bar.high, bar.atHigh)),
    ])
  }

  /// What the tornado shows of a run.
  private func around(_ outcome: Outcome) -> [(name: String, value: JSONValue)] {
    Self.main(outcome) + [
      ("balance", .double(impact.totalChange(in: outcome))),
      ("jobs", economy.jobs(in: outcome).map { .double($0) } ?? .null),
      ("revenue_net_of_offset", outcome.revenueNetOfOffset.map { .double($0) } ?? .null),
    ]
  }

  private static func bound(_ bound: Impact.PassThroughBound) -> JSONValue {
    .object([("pass_through", .double(bound.share))] + main(bound.outcome))
  }

  private static func main(_ outcome: Outcome) -> [(name: String, value: JSONValue)] {
    [
      ("imports_change", .double(outcome.accounts.importsChange)),
      ("revenue", .double(outcome.accounts.revenue)),
      ("buyers_loss", .double(outcome.accounts.buyersLoss)),
      ("foreign_loss", .double(outcome.accounts.foreignLoss)),
      ("deadweight_loss", .double(outcome.accounts.deadweightLoss)),
      ("net_welfare", .double(outcome.accounts.netWelfare)),
    ]
  }

  private var vintage: JSONValue {
    let vintage = impact.vintage
    return .object([
      ("baseline", .string(vintage.baseline)),
      ("assumptions", .string(vintage.assumptions)),
      ("horizon_assumes", .text(vintage.horizon?.assumes)),
      ("horizon_source", .text(vintage.horizon?.source)),
      (
        "claims", .string(vintage.claims.map { "observed-\($0)" } ?? "none")
      ),
      ("assumed_facts", .array(vintage.assumedFacts.map { .string($0) })),
      ("unverified_parameters", .array(vintage.unverified.map { .string($0) })),
      ("assumed_spreads", .array(vintage.assumedSpreads.map { .string($0) })),
      ("elasticities_by_good", vintage.coverage.map(Self.coverage) ?? .null),
    ])
  }

  private static func coverage(_ coverage: GoodsElasticities.Coverage) -> JSONValue {
    .object([
      ("table", .string(coverage.table)),
      ("products_own", .integer(coverage.own)),
      ("products_capped", .integer(coverage.capped)),
      ("products_by_heading", .integer(coverage.ofHeading)),
      ("products_by_chapter", .integer(coverage.ofChapter)),
      ("products_by_all", .integer(coverage.ofAll)),
      ("estimates_insignificant", .integer(coverage.insignificant)),
      ("estimates_wrong_sign", .integer(coverage.wrongSigned)),
      ("estimates_out_of_range", .integer(coverage.outOfRange)),
      ("cap", .double(coverage.cap)),
      ("median", .double(coverage.median)),
    ])
  }
}
