import ActionStudy
import TradeImpact

extension ExemptionAnswer {
  /// The answer as a page of text, amounts in billions of dollars a year.
  public var text: String {
    let isDrawn = study.charged.draws != nil
    let wide = isDrawn ? 23 : 14
    var lines = [
      "\(study.action.title) (\(study.action.id))",
      "Rates of \(study.day) on the imports of \(study.charged.vintage.baseline); billions of dollars"
        + " a year",
    ]
    if let draws = study.charged.draws {
      lines.append(
        "Median of \(draws.request.count) draws (seed \(draws.request.seed)), in brackets from the"
          + " 5th to the 95th percentile")
    }
    lines += [
      "",
      Amount.left("", 26) + Amount.right("imports", 9) + Amount.right("duty", 8)
        + Amount.right("revenue", wide) + Amount.right("buyers'", wide)
        + Amount.right("its sales,", wide) + Amount.right("leaks if", wide)
        + Amount.right("", 8) + Amount.right("leaks as", wide),
      Amount.left("Spared alone", 26) + Amount.right("exempted", 9) + Amount.right("forgone", 8)
        + Amount.right("change", wide) + Amount.right("loss, change", wide)
        + Amount.right("if charged", wide) + Amount.right("alone spared", wide)
        + Amount.right("growth", 8) + Amount.right("granted", wide),
    ]
    for row in study.rows {
      func cell(_ estimate: Estimate?) -> String {
        guard let estimate else { return Amount.right("-", wide) }
        func number(_ value: Double) -> String { Amount.billions(value, decimals: 2) }
        var text = number(estimate.value)
        if let low = estimate.low, let high = estimate.high {
          text += " [\(number(low)), \(number(high))]"
        }
        return Amount.right(text, wide)
      }
      let mark = row.kind == .hypothetical ? " (hyp.)" : ""
      lines.append(
        Amount.left(String(row.origin.prefix(18)) + mark, 26)
          + Amount.right(Amount.billions(row.exemptedImports, decimals: 2), 9)
          + Amount.right(Amount.billions(row.dutyForgone, decimals: 2), 8)
          + cell(row.revenueChange) + cell(row.buyersLossChange) + cell(row.salesIfCharged)
          + cell(row.leakage)
          + Amount.right(row.growth.map { "\(Amount.fixed($0 * 100, 1))%" } ?? "-", 8)
          + cell(row.leakageAsGranted))
    }
    lines += ["", total("Every origin charged", study.charged)]
    if study.rows.contains(where: { $0.kind == .granted }) {
      lines.append(total("As the law grants", study.asGranted))
    }
    return (lines + notes.map { "Note: \($0)." }).joined(separator: "\n") + "\n"
  }

  private func total(_ name: String, _ impact: Impact) -> String {
    let accounts = impact.central.accounts
    func billions(_ value: Double) -> String { Amount.billions(value, decimals: 2) }
    return
      "\(name): covers \(billions(impact.coveredImports)), collects \(billions(accounts.revenue))"
      + " more, buyers lose \(billions(accounts.buyersLoss)), imports change by"
      + " \(billions(accounts.importsChange)), listed goods from origins spared grow by"
      + " \(billions(impact.central.leakage.reduce(0, +)))"
  }
}
