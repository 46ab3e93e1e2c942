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
    let tenths = zip(decileCosts, decileShares).map { cost, share in
      "$\(Amount.fixed(cost.value, 0)) (\(Amount.fixed(share.value, 2))% of income)"
    }
    if let poorest = tenths.first, let richest = tenths.last {
      lines.append("  poorest tenth \(poorest), richest \(richest)")
    }
    let rises = priceRises(\.dollars).map(\.value)
    let dearest = rises.indices.filter { rises[$0] >= 0.05 }
      .sorted { (rises[$1], $0) < (rises[$0], $1) }.prefix(6)
    lines += dearest.map { index in
      row(
        "  " + basis.accounts.categories[index].title, Estimate(value: rises[index]), decimals: 1)
    }
    lines.append(row("Exports lost to dearer inputs", lost, scale: 1e9, decimals: 1))
    return lines + [""] + jobLines(basis) + [""]
  }

  private func jobLines(_ basis: EconomyBasis) -> [String] {
    let parts: [KeyPath<EconomyEffect.OutputChange, Double>] = [
      \.protected, \.upstream, \.downstream, \.exports, \.total,
    ]
    func cells(_ amounts: [Double]) -> String {
      amounts.map { Amount.right(Amount.fixed($0 / 1000, 1), 11) }.joined()
    }
    func all(_ jobs: (EconomyEffect) -> EconomyEffect.OutputChange) -> String {
      let found = parts.compactMap { part in estimate { jobs($0)[keyPath: part] } }
      guard let low = found.last?.low, let high = found.last?.high else {
        return cells(found.map(\.value))
      }
      return cells(found.map(\.value))
        + "   [\(Amount.fixed(low / 1000, 0)), \(Amount.fixed(high / 1000, 0))]"
    }
    var lines = [
      Amount.left("Jobs, thousands", 32)
        + ["protected", "upstream", "downstream", "exports", "total"]
        .map { Amount.right($0, 11) }.joined(),
      Amount.left("  all", 32) + all { basis.allJobs($0) },
      Amount.left("  all, real spending kept", 32) + all { basis.allJobs($0).atKeptSpending },
    ]
    let columns = parts.map { jobs($0) }
    let counted = basis.accounts.groups.enumerated().compactMap { index, group in
      let amounts = columns.compactMap { $0[index]?.value }
      return amounts.count == parts.count ? (title: group.title, amounts: amounts) : nil
    }
    let shielded = counted.filter { $0.amounts[0] >= 50 }
      .sorted { $0.amounts[0] > $1.amounts[0] }.prefix(4)
    let losing = counted.filter { row in
      row.amounts[4] <= -50 && !shielded.contains { $0.title == row.title }
    }
    .sorted { $0.amounts[4] < $1.amounts[4] }.prefix(6)
    lines += (shielded + losing).map {
      Amount.left("  " + String($0.title.prefix(29)), 32) + cells($0.amounts)
    }
    return lines + [
      "  An accounting at the employees for a dollar of output of 2017, not a labour market. Spending"
        + " stays as",
      "  it was in dollars and the duty collected is not spent again, unless real spending is kept. Farms"
        + " are not counted.",
    ]
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
