import TariffLaw
import TradeImpact

extension ImpactAnswer {
  /// The answer as a page of text, amounts in billions of dollars a year.
  public var text: String {
    let accounts = impact.accounts
    var page = [
      impact.action.title,
      "Rates of \(impact.day) on the imports of \(impact.vintage.baseline);"
        + " billions of dollars a year against that baseline",
      "",
    ]
    page.append(row("Imports covered", impact.coveredImports, announced))
    page.append(row("Duty on unchanged imports", accounts.revenueStatic, averageRate))
    page.append("")
    page.append(row("Change of imports, all origins", accounts.importsChange))
    for origin in impact.origins.filter({ $0.importsChange.magnitude >= 5e7 })
      .sorted(by: { $0.importsChange.magnitude > $1.importsChange.magnitude }).prefix(10)
    {
      page.append(row("  \(origin.name)", origin.importsChange))
    }
    page.append(
      row("Diversion to goods and origins not covered", impact.diversion))
    page.append("")
    page.append(row("Buyers lose", accounts.buyersLoss))
    page.append(row("  price rise x imports of before", accounts.firstOrderLoss))
    page.append(row("Treasury gains, after behaviour", accounts.revenue))
    page.append(row("Home producers gain", accounts.producersGain))
    page.append(row("Foreign sellers lose", accounts.foreignLoss))
    page.append(row("Deadweight loss, world", accounts.deadweightLoss))
    page.append(row("Net welfare of the importer", accounts.netWelfare))
    page.append("")
    if let base = impact.bilateral.base, let partner = impact.action.partner {
      page.append(row("Goods balance with \(partner), before", base))
      page.append(row("  change", impact.bilateral.change))
    }
    if let base = impact.total.base {
      page.append(row("Goods balance, all partners, before", base))
    }
    page.append(row("  change", impact.total.change, "exports held as they were"))
    page.append("")
    page += stageLines
    page.append(
      "\(impact.coveredLines) rate lines. \(Amount.fixed(impact.fittedShare * 100, 1))% of the"
        + " covered imports rests on fitted cells.")
    if !impact.unmatched.isEmpty {
      page.append(
        "\(impact.unmatched.count) listed lines are numbered otherwise in the baseline and not"
          + " counted: " + impact.unmatched.prefix(8).map(\.dotted).joined(separator: ", ")
          + (impact.unmatched.count > 8 ? ", …" : "."))
    }
    if impact.unpricedValue > 0 {
      page.append(
        "$\(Amount.billions(impact.unpricedValue, decimals: 2)) bn in scope has no known duty and"
          + " is not counted.")
    }
    page.append("Assumptions: \(impact.vintage.assumptions)" + unverified)
    page.append("Not in these figures: " + Self.notModelled.joined(separator: "; ") + ".")
    return page.joined(separator: "\n") + "\n"
  }

  private var announced: String {
    guard let announced = impact.action.announced else { return "" }
    return "announced \(Amount.billions(announced.imports.doubleValue))"
  }

  private var averageRate: String {
    guard impact.coveredImports > 0 else { return "" }
    let rate = impact.accounts.revenueStatic / impact.coveredImports
    return "\(Amount.fixed(rate * 100, 1))% of them on average"
  }

  private var unverified: String {
    impact.vintage.unverified.isEmpty
      ? "."
      : "; not checked against the source: \(impact.vintage.unverified.joined(separator: ", "))."
  }

  private var stageLines: [String] {
    guard stages.count > 1 else { return [] }
    return ["Stages                 covered     duty  imports  buyers lose  net welfare"]
      + stages.map { stage in
        func cell(_ value: Double, _ width: Int) -> String {
          Amount.right(Amount.billions(value), width)
        }
        return "  \(stage.day)    " + cell(stage.coveredImports, 13)
          + cell(stage.accounts.revenueStatic, 9) + cell(stage.accounts.importsChange, 9)
          + cell(stage.accounts.buyersLoss, 13) + cell(stage.accounts.netWelfare, 13)
      } + [""]
  }

  private func row(_ name: String, _ value: Double, _ note: String = "") -> String {
    Amount.left(name, 46) + Amount.right(Amount.billions(value), 10)
      + (note.isEmpty ? "" : "   \(note)")
  }
}
