import ActionStudy
public import JSONText
import TradeImpact

extension ExemptionAnswer {
  /// Amounts are dollars a year against the baseline; changes are against every origin charged.
  public var json: JSONValue {
    .object([
      ("action", .string(study.action.id)), ("title", .string(study.action.title)),
      ("on", .day(study.day)),
      ("baseline", .string(study.charged.vintage.baseline)),
      ("all_charged", Self.totals(study.charged)), ("as_granted", Self.totals(study.asGranted)),
      (
        "origins",
        .array(
          study.rows.map { row in
            .object([
              ("origin", .string(row.origin)), ("exemption", .string(row.kind.rawValue)),
              ("exempted_imports", .double(row.exemptedImports)),
              ("duty_forgone", .double(row.dutyForgone)),
              ("revenue_change", ImpactAnswer.json(row.revenueChange)),
              ("buyers_loss_change", ImpactAnswer.json(row.buyersLossChange)),
              ("net_welfare_change", ImpactAnswer.json(row.netWelfareChange)),
              ("sales_if_charged", ImpactAnswer.json(row.salesIfCharged)),
              ("sales_if_spared", ImpactAnswer.json(row.salesIfSpared)),
              ("leakage", ImpactAnswer.json(row.leakage)),
              ("leakage_growth", row.growth.map { .double($0) } ?? .null),
              ("leakage_as_granted", row.leakageAsGranted.map(ImpactAnswer.json) ?? .null),
            ])
          })
      ),
      ("notes", .array(notes.map { .string($0) })),
      ("draws", study.charged.draws.map { .integer($0.request.count) } ?? .null),
      ("seed", study.charged.draws.map { .number("\($0.request.seed)") } ?? .null),
    ])
  }

  private static func totals(_ impact: Impact) -> JSONValue {
    func estimate(_ amount: (Outcome) -> Double) -> JSONValue {
      ImpactAnswer.json(impact.estimate(amount))
    }
    return .object([
      ("covered_imports", .double(impact.coveredImports)),
      ("revenue_static", estimate { $0.accounts.revenueStatic }),
      ("revenue", estimate { $0.accounts.revenue }),
      ("buyers_loss", estimate { $0.accounts.buyersLoss }),
      ("imports_change", estimate { $0.accounts.importsChange }),
      ("leakage", estimate { $0.leakage.reduce(0, +) }),
      ("fitted_share", .double(impact.fittedShare)),
    ])
  }
}
