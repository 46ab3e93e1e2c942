import TradeImpact

extension EconomyAnswer {
  /// The lines of the page of text, with a blank one at the end; none without an economy.
  var lines: [String] {
    guard let report else { return [] }
    let effect = report.effect
    let (dollars, percent) = (effect.dollars, effect.percent)
    var lines = [
      row("Treasury gains, net of lost income taxes", billions(net(report))),
      "",
      row(
        "Consumers' prices", pct(dollars.level, 2), "\(pct(percent.level, 2)) if margins rise too"),
      row(
        "  a household a year", "$" + Amount.fixed(report.householdCost, 0),
        "$\(Amount.fixed(report.householdCost(.percent), 0)) if margins rise too"),
    ]
    let parts = [
      ("imported goods", effect.sources.importedGoods),
      ("imported inputs", effect.sources.importedInputs),
      ("home producers", effect.sources.homeProducers),
      ("trade and transport", effect.sources.margins),
    ]
    lines.append(
      "  from " + parts.map { "\($0.0) \(billions($0.1))" }.joined(separator: ", "))
    let dearest = report.accounts.categories.indices
      .filter { dollars.changes[$0] > 0 }
      .sorted { (dollars.changes[$0], $1) > (dollars.changes[$1], $0) }.prefix(6)
    for index in dearest {
      lines.append(
        row("  " + report.accounts.categories[index].title, pct(dollars.changes[index], 1)))
    }
    if let first = effect.deciles.first, let last = effect.deciles.last {
      lines.append(
        "  poorest tenth $\(Amount.fixed(first.cost, 0)) (\(pct(first.shareOfIncome, 2)) of income),"
          + " richest $\(Amount.fixed(last.cost, 0)) (\(pct(last.shareOfIncome, 2)))")
    }
    lines.append(
      "  of the cost of all goods, consumers bear \(billions(effect.bearers.consumers)), investment and"
        + " government \(billions(effect.bearers.otherFinalUsers)), foreign buyers"
        + " \(billions(effect.bearers.foreignBuyers))")
    lines.append(row("Exports lost to dearer inputs", billions(-effect.exportsFromCosts)))
    lines.append("")
    lines += jobLines(report)
    return lines
  }

  private func jobLines(_ report: EconomyReport) -> [String] {
    func cells(_ change: EconomyEffect.OutputChange) -> String {
      [change.protected, change.upstream, change.downstream, change.exports, change.total]
        .map { Amount.right(Amount.fixed($0 / 1000, 1), 11) }.joined()
    }
    var lines = [
      Amount.left("Jobs, thousands", 32)
        + ["protected", "upstream", "downstream", "exports", "total"]
        .map { Amount.right($0, 11) }.joined(),
      Amount.left("  all", 32) + cells(report.allJobs),
    ]
    let counted = report.jobs.compactMap { row in row.jobs.map { (row.group.title, $0) } }
    let shielded = counted.filter { $0.1.protected >= 50 }
      .sorted { $0.1.protected > $1.1.protected }.prefix(4)
    let losing = counted.filter { $0.1.total <= -50 }.sorted { $0.1.total < $1.1.total }.prefix(6)
    for (title, jobs) in shielded + losing.filter({ row in !shielded.contains { $0.0 == row.0 } }) {
      lines.append(Amount.left("  " + String(title.prefix(29)), 32) + cells(jobs))
    }
    lines.append(
      "  An accounting at the employees for a dollar of output of 2017, not a labour market. Spending"
        + " stays as it")
    lines.append(
      "  was in dollars, the duty collected is not spent again; farms are not counted.")
    lines.append("")
    return lines
  }

  private func net(_ report: EconomyReport) -> Double {
    revenue * (1 - report.parameters.revenueOffset)
  }

  private func billions(_ value: Double) -> String { Amount.billions(value) }

  private func pct(_ fraction: Double, _ decimals: Int) -> String {
    Amount.fixed(fraction * 100, decimals) + "%"
  }

  private func row(_ name: String, _ value: String, _ note: String = "") -> String {
    Amount.left(String(name.prefix(45)), 46) + Amount.right(value, 10)
      + (note.isEmpty ? "" : "   \(note)")
  }
}
