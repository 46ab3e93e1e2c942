import ActionStudy
import TradeImpact

extension ComparisonAnswer {
  /// The answer as a page of text, amounts in billions of dollars a year.
  public var text: String {
    (head + amountLines + lineLines + sectorLines + sectionLines + foot)
      .joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let (a, b) = (comparison.a.impact, comparison.b.impact)
    var lines = [
      "A  \(a.action.title) (\(a.action.id)), rates of \(a.day)",
      "B  \(b.action.title) (\(b.action.id)), rates of \(b.day)",
      "Imports of \(a.vintage.baseline), assumptions \(a.vintage.assumptions)"
        + (a.vintage.horizon.map { ", horizon \($0.name)" } ?? "")
        + "; billions of dollars a year against that baseline",
    ]
    if let draws = a.draws {
      lines.append(
        "Median of \(draws.request.count) draws (seed \(draws.request.seed)), in brackets from the"
          + " 5th to the 95th percentile; both have the same draws")
    }
    return lines + [""]
  }

  private var amountLines: [String] {
    let isDrawn = comparison.a.impact.draws != nil
    let width = isDrawn ? 25 : 11
    var lines = [
      Amount.left("", 44) + ["A", "B", "B less A"].map { Amount.right($0, width) }.joined()
    ]
    for row in comparison.amounts where row.a != nil || row.b != nil {
      func cell(_ estimate: Estimate?) -> String {
        guard let estimate else { return Amount.right("-", width) }
        func number(_ value: Double) -> String {
          switch row.amount.unit {
          case .dollars: Amount.billions(value, decimals: 2)
          case .percent: Amount.fixed(value, 3)
          case .dollarsPerHousehold: Amount.fixed(value, 1)
          case .jobs: Amount.fixed(value / 1e3, 1)
          }
        }
        var text = number(estimate.value)
        if let low = estimate.low, let high = estimate.high, low < high {
          text += " [\(number(low)), \(number(high))]"
        }
        return Amount.right(text, width)
      }
      lines.append(
        Amount.left(Self.title(row.amount), 44) + cell(row.a) + cell(row.b) + cell(row.difference))
    }
    return lines + [""]
  }

  private static func title(_ amount: ImpactAmount) -> String {
    switch amount {
    case .coveredImports: "Imports covered"
    case .revenueStatic: "Duty on unchanged imports"
    case .importsChange: "Change of imports, all origins"
    case .partnerImportsChange: "  from the partner"
    case .diversion: "  diverted to goods and origins not covered"
    case .revenue: "Treasury gains, after behaviour"
    case .buyersLoss: "Buyers lose"
    case .producersGain: "Home producers gain"
    case .foreignLoss: "Foreign sellers lose"
    case .deadweightLoss: "Deadweight loss, world"
    case .netWelfare: "Net welfare of the importer"
    case .exportsChange: "Change of exports under partners' answers"
    case .bilateralBalance: "Goods balance with the partner, change"
    case .totalBalance: "Goods balance, all partners, change"
    case .revenueNetOfOffset: "Treasury gains, net of lost income taxes"
    case .priceLevel: "Consumers' prices, percent"
    case .householdCost: "  a household a year, dollars"
    case .jobs: "Jobs, thousands"
    }
  }

  private var lineLines: [String] {
    let (onlyA, onlyB, both) = (comparison.onlyA, comparison.onlyB, comparison.both)
    func sum(_ lines: [ComparedLine], _ side: KeyPath<ComparedLine, ActionLine?>) -> String {
      let found = lines.compactMap { $0[keyPath: side] }
      return Amount.right(
        Amount.billions(found.reduce(0) { $0 + $1.imports }, decimals: 2), 11)
        + Amount.right(Amount.billions(found.reduce(0) { $0 + $1.duty }, decimals: 2), 9)
    }
    let none = Amount.right("-", 11) + Amount.right("-", 9)
    func count(_ lines: [ComparedLine]) -> String { Amount.right("\(lines.count)", 7) }
    let differing = both.filter(\.ratesDiffer)
    var lines = [
      Amount.left("Rate lines", 30) + Amount.right("lines", 7) + Amount.right("imports A", 11)
        + Amount.right("duty A", 9) + Amount.right("imports B", 11) + Amount.right("duty B", 9),
      Amount.left("  in A alone", 30) + count(onlyA) + sum(onlyA, \.a) + none,
      Amount.left("  in B alone", 30) + count(onlyB) + none + sum(onlyB, \.b),
      Amount.left("  in both", 30) + count(both) + sum(both, \.a) + sum(both, \.b),
      Amount.left("    of them at another rate", 30) + count(differing) + sum(differing, \.a)
        + sum(differing, \.b),
    ]
    let idle = (comparison.a.idleLines.count, comparison.b.idleLines.count)
    lines.append(
      "  among them listed without imports in the baseline: \(idle.0) of A, \(idle.1) of B")
    let largest = differing.sorted {
      ((($1.a?.duty ?? 0) - ($1.b?.duty ?? 0)).magnitude, $0.code)
        < ((($0.a?.duty ?? 0) - ($0.b?.duty ?? 0)).magnitude, $1.code)
    }
    for line in largest.prefix(8) {
      func rate(_ side: ActionLine?) -> String {
        side?.rate.map { "\(Amount.fixed($0 * 100, 2))%" } ?? "-"
      }
      lines.append(
        "    \(line.code.dotted)   A \(rate(line.a)), B \(rate(line.b))")
    }
    if largest.count > 8 { lines.append("    … \(largest.count - 8) more with --json") }
    return lines + [""]
  }

  private static let shownSectors = 15

  private var sectorLines: [String] {
    let sorted = comparison.sectors.sorted {
      (max($1.a.imports, $1.b.imports), $0.key) < (max($0.a.imports, $0.b.imports), $1.key)
    }
    return [
      "By sector (NAICS)                                 imports            duty       buyers lose"
    ] + [
      Amount.left("", 42) + Amount.right("A", 8) + Amount.right("B", 8) + Amount.right("A", 8)
        + Amount.right("B", 8) + Amount.right("A", 9) + Amount.right("B", 9)
    ]
      + sorted.prefix(Self.shownSectors).map { row($0, "\($0.key) \($0.title)", holdsLoss: true) }
      + (sorted.count > Self.shownSectors
        ? ["  … \(sorted.count - Self.shownSectors) more with --json"] : []) + [""]
  }

  private var sectionLines: [String] {
    ["By section of the Harmonized System"]
      + comparison.sections.map { row($0, "Section \($0.key), \($0.title)", holdsLoss: false) } + [
        ""
      ]
  }

  private func row(_ group: ComparedGroup, _ name: String, holdsLoss: Bool) -> String {
    func cell(_ value: Double?, _ width: Int) -> String {
      Amount.right(value.map { Amount.billions($0, decimals: 2) } ?? "-", width)
    }
    let (a, b) = (group.a, group.b)
    return Amount.left("  " + String(name.prefix(38)), 42) + cell(a.imports, 8) + cell(b.imports, 8)
      + cell(a.duty, 8) + cell(b.duty, 8)
      + (holdsLoss ? cell(a.buyersLoss, 9) + cell(b.buyersLoss, 9) : "")
  }

  private var foot: [String] {
    let (a, b) = (comparison.a.impact, comparison.b.impact)
    return [
      "\(Amount.fixed(a.fittedShare * 100, 1))% of the covered imports of A and"
        + " \(Amount.fixed(b.fittedShare * 100, 1))% of B rests on fitted cells."
    ] + notes.map { "Note: \($0)." }
  }
}
