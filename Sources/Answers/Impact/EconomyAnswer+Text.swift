import TradeImpact

extension EconomyAnswer {
  /// The lines of the page of text, with a blank one at the end; none without an economy.
  var lines: [String] {
    guard let (effect, basis) = central, let net = netRevenueEstimate,
      let level = estimate({ $0.dollars.level * 100 }),
      let household = householdCostEstimate(\.dollars),
      let lost = estimate({ -$0.exportsFromCosts })
    else { return [] }
    func billions(_ value: Double) -> String { Amount.billions(value) }
    var lines = [
      row("Treasury gains, net of lost income taxes", net, scale: 1e9, decimals: 1), "",
      row(
        "Consumers' prices, percent", level, decimals: 2,
        "\(Amount.fixed(effect.percent.level * 100, 2)) if margins rise too"),
      row(
        "  a household a year, dollars", household, decimals: 0,
        "\(Amount.fixed(basis.householdCost(effect.percent), 0)) if margins rise too"),
    ]
    let parts = [
      ("imported goods", effect.sources.importedGoods),
      ("imported inputs", effect.sources.importedInputs),
      ("home producers", effect.sources.homeProducers),
      ("trade and transport", effect.sources.margins),
    ]
    lines.append("  from " + parts.map { "\($0.0) \(billions($0.1))" }.joined(separator: ", "))
    lines.append(
      "  of the cost of all goods, consumers bear \(billions(effect.bearers.consumers)), investment and"
        + " government \(billions(effect.bearers.otherFinalUsers)), foreign buyers"
        + " \(billions(effect.bearers.foreignBuyers))")
    if let first = effect.deciles.first, let last = effect.deciles.last {
      func tenth(_ decile: EconomyEffect.Decile) -> String {
        "$\(Amount.fixed(decile.cost, 0)) (\(Amount.fixed(decile.shareOfIncome * 100, 2))% of income)"
      }
      lines.append("  poorest tenth \(tenth(first)), richest \(tenth(last))")
    }
    let changes = effect.dollars.changes
    let dearest = changes.indices.filter { changes[$0] >= 5e-4 }
      .sorted { (changes[$1], $0) < (changes[$0], $1) }.prefix(6)
    lines += dearest.map { index in
      row(
        "  " + basis.accounts.categories[index].title, Estimate(value: changes[index] * 100),
        decimals: 1)
    }
    lines.append(row("Exports lost to dearer inputs", lost, scale: 1e9, decimals: 1))
    return lines + [""] + jobLines(effect, basis) + [""]
  }

  private func jobLines(_ effect: EconomyEffect, _ basis: EconomyBasis) -> [String] {
    func cells(_ change: EconomyEffect.OutputChange) -> String {
      [change.protected, change.upstream, change.downstream, change.exports, change.total]
        .map { Amount.right(Amount.fixed($0 / 1000, 1), 11) }.joined()
    }
    var lines = [
      Amount.left("Jobs, thousands", 32)
        + ["protected", "upstream", "downstream", "exports", "total"]
        .map { Amount.right($0, 11) }.joined(),
      Amount.left("  all", 32) + cells(basis.allJobs(effect))
        + interval { basis.allJobs($0).total },
      Amount.left("  all, real spending kept", 32) + cells(basis.allJobs(effect).atKeptSpending)
        + interval { basis.allJobs($0).atKeptSpending.total },
    ]
    let counted = zip(basis.accounts.groups, basis.jobs(effect))
      .compactMap { group, jobs in jobs.map { (title: group.title, jobs: $0) } }
    let shielded = counted.filter { $0.jobs.protected >= 50 }
      .sorted { $0.jobs.protected > $1.jobs.protected }.prefix(4)
    let losing = counted.filter { row in
      row.jobs.total <= -50 && !shielded.contains { $0.title == row.title }
    }
    .sorted { $0.jobs.total < $1.jobs.total }.prefix(6)
    lines += (shielded + losing).map {
      Amount.left("  " + String($0.title.prefix(29)), 32) + cells($0.jobs)
    }
    return lines + [
      "  An accounting at the employees for a dollar of output of 2017, not a labour market. Spending"
        + " stays as",
      "  it was in dollars and the duty collected is not spent again, unless real spending is kept. Farms"
        + " are not counted.",
    ]
  }

  /// Bounds of jobs over the draws; the parts beside them are those of the central run.
  private func interval(_ jobs: (EconomyEffect) -> Double) -> String {
    guard let found = estimate(jobs), let low = found.low, let high = found.high else { return "" }
    return "   [\(Amount.fixed(low / 1000, 0)), \(Amount.fixed(high / 1000, 0))]"
  }

  private func row(
    _ name: String, _ estimate: Estimate, scale: Double = 1, decimals: Int, _ note: String = ""
  ) -> String {
    func number(_ value: Double) -> String { Amount.fixed(value / scale, decimals) }
    var line = Amount.left(String(name.prefix(45)), 46) + Amount.right(number(estimate.value), 10)
    if let low = estimate.low, let high = estimate.high {
      line += "   [\(number(low)), \(number(high))]"
    }
    return line + (note.isEmpty ? "" : "   \(note)")
  }
}
