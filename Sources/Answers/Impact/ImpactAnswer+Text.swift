import TariffLaw
import TradeImpact

extension ImpactAnswer {
  /// The answer as a page of text, amounts in billions of dollars a year.
  public var text: String {
    (head + imports + accounts + answers + balances + economy.lines + stageLines + uncertainty
      + foot)
      .joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    var lines = [
      impact.action.title,
      "Rates of \(impact.day) on the imports of \(impact.vintage.baseline);"
        + " billions of dollars a year against that baseline",
    ]
    switch impact.model {
    case .pe:
      if let horizon = impact.vintage.horizon {
        lines.append("Horizon: \(horizon.name), that is, \(horizon.assumes).")
      }
    case .smart: lines.append("Model: SMART (World Bank), for comparison")
    case .gsim: lines.append("Model: GSIM (Francois and Hall), this market alone, for comparison")
    }
    if let draws = impact.draws {
      lines.append(
        "Median of \(draws.request.count) draws (seed \(draws.request.seed)), in brackets from the"
          + " 5th to the 95th percentile")
    }
    return lines + [
      "",
      row("Imports covered", Estimate(value: impact.coveredImports), announced),
      row("Duty on unchanged imports", estimate { $0.accounts.revenueStatic }, averageRate),
      "",
    ]
  }

  private var imports: [String] {
    var lines = [row("Change of imports, all origins", estimate { $0.accounts.importsChange })]
    for origin in originsBySize.prefix(10)
    where impact.central.importsChange[origin].magnitude >= 5e7 {
      lines.append(
        row("  \(impact.origins[origin])", estimate { $0.importsChange[origin] }))
    }
    return lines + [
      row(
        "Diversion to goods and origins not covered",
        estimate { $0.diversion.reduce(0, +) }),
      row(
        "  in listed goods, from origins that are spared",
        estimate { $0.leakage.reduce(0, +) }),
      "",
    ]
  }

  private var accounts: [String] {
    [
      row("Buyers lose", estimate { $0.accounts.buyersLoss }),
      row("  price rise x imports of before", estimate { $0.accounts.firstOrderLoss }),
      row("Treasury gains, after behaviour", estimate { $0.accounts.revenue }),
      impact.model.hasHomeProducers
        ? row("Home producers gain", estimate { $0.accounts.producersGain })
        : Amount.left("Home producers gain", 46) + Amount.right("-", 10),
      row("Foreign sellers lose", estimate { $0.accounts.foreignLoss }),
      row("Deadweight loss, world", estimate { $0.accounts.deadweightLoss }),
      row("Net welfare of the importer", estimate { $0.accounts.netWelfare }),
      passThrough,
      "",
    ]
  }

  private var passThrough: String {
    guard impact.central.passThrough != nil else { return "" }
    let found = estimate { ($0.passThrough ?? .nan) * 100 }
    return Amount.left("Share of the duty in the buyers' price", 46)
      + Amount.right(Amount.fixed(found.value, 0) + "%", 10)
      + interval(found, scale: 1, decimals: 0)
  }

  private var answers: [String] {
    guard !impact.retaliation.isEmpty else { return [] }
    return impact.retaliation.enumerated().flatMap { index, answer in
      let rate =
        (answer.averageChange.map { Amount.fixed($0 * 100, 1) + "% more on average" } ?? "")
        + (answer.isEstimate ? ", listed exports estimated" : "")
      return [
        row(
          "Exports to \(answer.partner) under its answer of \(answer.on)",
          Estimate(value: answer.coveredExports), rate),
        row("  change of exports", estimate { $0.exportsChange[index] }),
      ]
    } + [""]
  }

  private var balances: [String] {
    let exports = impact.retaliation.isEmpty ? "exports held as they were" : ""
    var lines: [String] = []
    if let partner = impact.partner, let base = impact.bilateralBalance {
      lines.append(
        row("Goods balance with \(impact.origins[partner]), before", Estimate(value: base)))
      lines.append(row("  change", estimate { impact.bilateralChange(in: $0) ?? .nan }))
    }
    if let base = impact.totalBalance {
      lines.append(row("Goods balance, all partners, before", Estimate(value: base)))
    }
    lines.append(row("  change", estimate { impact.totalChange(in: $0) }, exports))
    return lines + [""]
  }

  private var stageLines: [String] {
    guard stages.count > 1 else { return [] }
    return ["Stages                 covered     duty  imports  buyers lose  net welfare"]
      + stages.map { stage in
        func cell(_ value: Double, _ width: Int) -> String {
          Amount.right(Amount.billions(value), width)
        }
        let accounts = stage.central.accounts
        return "  \(stage.day)    " + cell(stage.coveredImports, 13)
          + cell(accounts.revenueStatic, 9) + cell(accounts.importsChange, 9)
          + cell(accounts.buyersLoss, 13) + cell(accounts.netWelfare, 13)
      } + [""]
  }

  private var uncertainty: [String] {
    guard !impact.tornado.isEmpty else { return [] }
    var lines = [
      "What moves the answer              from      to   buyers lose      net welfare"
        + "      balance   jobs, k"
    ]
    func pair(_ a: Double, _ b: Double, _ width: Int) -> String {
      Amount.right("\(Amount.billions(a)) to \(Amount.billions(b))", width)
    }
    for bar in impact.tornado {
      let (low, high) = (bar.atLow.accounts, bar.atHigh.accounts)
      lines.append(
        "  " + Amount.left(bar.assumption + (bar.isAssumed ? " (spread assumed)" : ""), 28)
          + Amount.right(bar.low, 9) + Amount.right(bar.high, 8)
          + pair(low.buyersLoss, high.buyersLoss, 15) + pair(low.netWelfare, high.netWelfare, 17)
          + pair(impact.totalChange(in: bar.atLow), impact.totalChange(in: bar.atHigh), 17)
          + jobs(bar))
    }
    for bound in impact.passThroughBounds {
      let share = Amount.fixed(bound.share * 100, 0)
      lines.append(
        "  With \(share)% of a single origin's duty in the price: buyers lose "
          + "\(Amount.billions(bound.outcome.accounts.buyersLoss)), foreign sellers "
          + "\(Amount.billions(bound.outcome.accounts.foreignLoss)), net welfare "
          + "\(Amount.billions(bound.outcome.accounts.netWelfare))")
    }
    return lines + [""]
  }

  private func jobs(_ bar: TornadoBar) -> String {
    guard let low = economy.jobs(in: bar.atLow), let high = economy.jobs(in: bar.atHigh) else {
      return ""
    }
    return Amount.right("\(Amount.fixed(low / 1e3, 0)) to \(Amount.fixed(high / 1e3, 0))", 15)
  }

  private var foot: [String] {
    let vintage = impact.vintage
    var lines = [
      "\(impact.coveredLines) rate lines. \(Amount.fixed(impact.fittedShare * 100, 1))% of the"
        + " covered imports rests on fitted cells."
    ]
    if impact.assumedShare > 0 {
      lines.append(
        "\(Amount.fixed(impact.assumedShare * 100, 1))% of the covered imports pays by the default of"
          + " a fact that an entry would state, such as metal content.")
    }
    if !vintage.assumedFacts.isEmpty {
      lines.append("Assumed as asked: " + vintage.assumedFacts.joined(separator: ", ") + ".")
    }
    if let year = vintage.claims {
      lines.append("Preferences are claimed as observed in \(year).")
    }
    if !impact.unmatched.isEmpty {
      lines.append(
        "\(impact.unmatched.count) listed lines are numbered otherwise in the baseline and not"
          + " counted: " + impact.unmatched.prefix(8).map(\.dotted).joined(separator: ", ")
          + (impact.unmatched.count > 8 ? ", …" : "."))
    }
    if !impact.unpriced.isEmpty {
      lines.append(
        "$\(Amount.billions(impact.unpricedValue, decimals: 2)) bn in scope has no known duty and is"
          + " not counted: "
          + impact.unpriced.prefix(5).map {
            "\($0.code.dotted) ($\(Amount.billions($0.value, decimals: 2)) bn)"
          }.joined(separator: ", ") + (impact.unpriced.count > 5 ? ", …" : ".")
          + " Where a fact is missing, --assume gives it a value.")
    }
    if let coverage = vintage.coverage {
      let filled = coverage.ofHeading + coverage.ofChapter + coverage.ofAll
      lines.append(
        "Sigma by good: \(coverage.own) products with an estimate of their own"
          + " (\(coverage.capped) capped at \(Amount.fixed(coverage.cap, 2))), \(filled) with the"
          + " median of their heading or chapter; median \(Amount.fixed(coverage.median, 2)).")
    }
    lines.append("Assumptions: \(vintage.assumptions)" + unverified)
    lines.append("Not in these figures: " + notModelled.joined(separator: "; ") + ".")
    return lines
  }

  private var announced: String {
    guard let announced = impact.action.announced else { return "" }
    return "announced \(Amount.billions(announced.imports.doubleValue))"
  }

  private var averageRate: String {
    guard impact.coveredImports > 0 else { return "" }
    let rate = impact.central.accounts.revenueStatic / impact.coveredImports
    return "\(Amount.fixed(rate * 100, 1))% of them on average"
  }

  private var unverified: String {
    impact.vintage.unverified.isEmpty
      ? "."
      : "; not checked against the source: \(impact.vintage.unverified.joined(separator: ", "))."
  }

  private func estimate(_ amount: (Outcome) -> Double) -> Estimate { impact.estimate(amount) }

  private func row(_ name: String, _ estimate: Estimate, _ note: String = "") -> String {
    Amount.left(name, 46) + Amount.right(Amount.billions(estimate.value), 10)
      + interval(estimate, scale: 1e9, decimals: 1) + (note.isEmpty ? "" : "   \(note)")
  }

  private func interval(_ estimate: Estimate, scale: Double, decimals: Int) -> String {
    guard let low = estimate.low, let high = estimate.high else { return "" }
    return "   [\(Amount.fixed(low / scale, decimals)), \(Amount.fixed(high / scale, decimals))]"
  }
}
