import TradeImpact
import WorldModel
import WorldStudy

extension WorldAnswer {
  /// The answer as a page of text.
  public var text: String {
    let base = equilibrium.base
    var lines = ["\(id): \(title)"]
    lines.append(
      "World base \(world.id) (\(world.title)); trade elasticities "
        + "\(assessment.terms.thetaSet.isEmpty ? world.thetaSets.first?.name ?? "" : assessment.terms.thetaSet)"
        + ", labour \(equilibrium.options.labour.rawValue)")
    lines.append(
      "Deficits (\(equilibrium.options.deficits.rawValue)), assumed: \(equilibrium.options.deficits.words)"
    )
    lines.append(retaliationText)
    if let importer { lines += [""] + homeText(importer) }
    lines += [""] + countryTable
    if let importer {
      lines += [""] + tradeTable(importer) + [""] + sectorTable(importer)
      lines += manufacturingText(importer)
    }
    lines += [""] + setTable
    if let ladder {
      lines += ["", "Beside the partial equilibrium:"] + ladder.words.map { "  \($0)" }
    }
    lines += [
      "",
      "Largest relative error of any equation \(equilibrium.residual), largest excess demand over value "
        + "added \(equilibrium.excessDemand), after \(equilibrium.iterations) rounds of all markets",
    ]
    lines += base.notes.map { "Note: \($0)" }
    lines += warnings.map { "Warning: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private var retaliationText: String {
    let answer = assessment.answer
    guard answer.retaliation != .none else {
      if case .action(_, _, _, let isAnswered) = subject, isAnswered {
        return "Answers: the partners' tariffs in law are in force"
      }
      return "Answers: none"
    }
    let names = answer.answering.map { world.base.countries[$0].code }.joined(separator: ", ")
    var text = "Answers: \(answer.retaliation.rawValue) by \(names)"
    if let rest = answer.rest {
      text +=
        "; \(rest.rounds) rounds, of \(rest.deviations) deviations the best gains "
        + "\(Amount.fixed(rest.deviationGain, 7)) points"
        + (rest.isInterior ? "" : "; NOT an interior rest")
    }
    return text
  }

  private func homeText(_ importer: Int) -> [String] {
    let home = equilibrium.countries[importer]
    var lines = [
      "Tariff revenue of \(home.country.name): \(billions(home.revenue.before)) bn before, "
        + "\(billions(home.revenue.after)) bn after",
      "Total balance (assumed): \(billions(home.balance.before)) bn before, "
        + "\(billions(home.balance.after)) bn after",
    ]
    if let changes {
      let total = changes.total
      lines.append(
        "Rates: mean change \(Amount.fixed(100 * total.mean, 2)) points on "
          + "\(Amount.billions(total.value)) bn from "
          + changes.exporters.prefix(6).map { world.base.countries[$0].code }.joined(
            separator: ", ")
          + (changes.exporters.count > 6 ? " and \(changes.exporters.count - 6) more" : "")
          + "; the uniform change with the same deadweight loss, to the first order: "
          + "\(Amount.fixed(100 * total.lossEquivalent, 2)) points")
    }
    return lines
  }

  private var countryTable: [String] {
    let name = 22
    let hasDraws = !assessment.draws.isEmpty
    var lines = [
      Amount.left("", name)
        + [
          "real income %", hasDraws ? "5% to 95%" : "", "real wage %", "prices %", "terms %",
          "revenue bn", "exports %", "imports %",
        ].filter { hasDraws || !$0.isEmpty }.map { Amount.right($0, 17) }.joined()
    ]
    for (place, country) in equilibrium.countries.enumerated() {
      var cells = [Amount.fixed(country.realIncome, 4)]
      if hasDraws {
        let found = assessment.estimate(place, \.realIncome) { $0.realIncome }
        cells = [Amount.fixed(found.value, 4)]
        cells.append(
          "\(Amount.fixed(found.low ?? .nan, 3)) to \(Amount.fixed(found.high ?? .nan, 3))")
      }
      cells += [
        Amount.fixed(country.realWage, 4), Amount.fixed(country.priceIndex, 4),
        Amount.fixed(country.termsOfTrade, 4), billions(country.revenue.change),
        growth(country.exports), growth(country.imports),
      ]
      lines.append(
        Amount.left(String(country.country.name.prefix(name - 2)), name)
          + cells.map { Amount.right($0, 17) }.joined())
    }
    return lines
  }

  private func tradeTable(_ importer: Int) -> [String] {
    let base = equilibrium.base
    var lines = [
      Amount.left("Goods trade with, bn", 22)
        + ["imports before", "after", "exports before", "after", "balance change"]
        .map { Amount.right($0, 17) }.joined()
    ]
    for partner in partners.prefix(15) {
      let before = BilateralGoods(base.trade, base, importer: importer, partner: partner)
      let after = BilateralGoods(equilibrium.trade, base, importer: importer, partner: partner)
      lines.append(
        Amount.left(String(base.countries[partner].name.prefix(20)), 22)
          + [
            before.imports, after.imports, before.exports, after.exports,
            before.deficit - after.deficit,
          ].map { Amount.right(billions($0), 17) }.joined())
    }
    return lines
  }

  private func sectorTable(_ importer: Int) -> [String] {
    let code = world.base.countries[importer].code
    var lines = [
      Amount.left("Goods made at home", 34)
        + ["output bn", "real output %", "employment %", "price %", "rate change, points"]
        .map { Amount.right($0, 20) }.joined()
    ]
    for (place, sector) in equilibrium.sectors.filter({ $0.country.code == code }).enumerated()
    where sector.sector.isTradable {
      let rate = changes.map { Amount.fixed(100 * $0.spread(sector: place).mean, 2) } ?? ""
      lines.append(
        Amount.left(String(sector.sector.name.prefix(32)), 34)
          + [
            billions(sector.output.before), percent(sector.realOutput),
            percent(sector.employment), percent(sector.price), rate,
          ].map { Amount.right($0, 20) }.joined())
    }
    return lines
  }

  private func manufacturingText(_ importer: Int) -> [String] {
    let group = equilibrium.group(world.isManufacturing)[importer]
    return [
      Amount.left("Manufacturing together", 34)
        + [billions(group.output.before), percent(group.realOutput), percent(group.employment)]
        .map { Amount.right($0, 20) }.joined()
    ]
  }

  private var setTable: [String] {
    let shown =
      importer.map { [$0] + partners.prefix(3) }
      ?? Array(
        equilibrium.countries.indices.sorted {
          equilibrium.countries[$0].realIncome.magnitude
            > equilibrium.countries[$1].realIncome.magnitude
        }.prefix(5))
    var lines = [
      Amount.left("Real income % by set", 22)
        + shown.map { Amount.right(world.base.countries[$0].code, 12) }.joined()
    ]
    for outcome in assessment.sets {
      let countries = outcome.equilibrium.countries
      lines.append(
        Amount.left(outcome.set.name, 22)
          + shown.map { Amount.right(Amount.fixed(countries[$0].realIncome, 4), 12) }.joined()
          + "  \(outcome.set.source)")
    }
    return lines
  }

  private func billions(_ value: Double) -> String { Amount.billions(value * world.money) }

  private func percent(_ value: Double?) -> String { value.map { Amount.fixed($0, 3) } ?? "-" }

  private func growth(_ amount: AmountChange) -> String {
    percent(amount.before > 0 ? 100 * amount.change / amount.before : nil)
  }
}
