import Foundation
import WorldModel

extension EquilibriumAnswer {
  /// The answer as a page of text.
  public var text: String {
    let base = equilibrium.base
    var lines = [
      "The world of \(self.base) (\(base.countryCount) countries, \(base.sectorCount) sectors, "
        + "\(base.inputs.isEmpty ? "labour only" : "with input-output links")) after \(shock)",
      "\(changed.flows) rates changed, on trade of \(money(changed.value)) in the base's money",
      "Deficits (\(equilibrium.options.deficits.rawValue)), assumed: \(deficitText)",
      "Labour \(equilibrium.options.labour.rawValue); trade elasticities: \(thetaName)", "",
    ]
    lines += countryTable
    if !pairs.isEmpty { lines += [""] + pairTable }
    if withSectors { lines += [""] + goodsTable + sectorTables }
    lines += [
      "",
      "Real income is welfare; terms and volume of trade and their sum, the linear welfare, are the "
        + "first-order measure of Caliendo and Parro (2015). Amounts are in the base's money with the "
        + "world's value added held constant.",
      "Largest relative error of any equation \(small(equilibrium.residual)), largest excess demand over "
        + "value added \(small(equilibrium.excessDemand)), after \(equilibrium.iterations) rounds of all "
        + "markets",
    ]
    lines += base.notes.map { "Note: \($0)" }
    lines += warnings.map { "Warning: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private var countryTable: [String] {
    let name = max(8, equilibrium.base.countries.map { label($0).count }.max() ?? 0) + 2
    var lines = [
      Amount.left("", name)
        + heads(["real", "real", "price", "terms of", "volume", "linear", "", "", "tariff revenue"]),
      Amount.left("", name)
        + heads([
          "income %", "wage %", "index %", "trade %", "of trade %", "welfare %", "exports %",
          "imports %", "before, after",
        ]),
    ]
    for country in equilibrium.countries {
      let changes = [
        country.realIncome, country.realWage, country.priceIndex, country.termsOfTrade,
        country.volumeOfTrade, country.linearWelfare,
      ].map { Amount.right(Amount.fixed($0, 4), 12) }
      let flows = [country.exports, country.imports].map { Amount.right(growth($0), 12) }
      lines.append(
        Amount.left(label(country.country), name) + (changes + flows).joined()
          + Amount.right("\(money(country.revenue.before)), \(money(country.revenue.after))", 24))
    }
    return lines
  }

  private func heads(_ words: [String]) -> String {
    words.enumerated().map { Amount.right($1, $0 == 8 ? 24 : 12) }.joined()
  }

  private var pairTable: [String] {
    var lines = [
      Amount.left("From, to", 14)
        + ["all before", "after", "goods before", "after"].map { Amount.right($0, 16) }.joined()
    ]
    for trade in bilateral {
      lines.append(
        Amount.left("\(trade.exporter.code), \(trade.importer.code)", 14)
          + [trade.total.before, trade.total.after, trade.goods.before, trade.goods.after]
          .map { Amount.right(money($0), 16) }.joined())
    }
    return lines
  }

  private var goodsTable: [String] {
    [
      Amount.left("All goods", 28)
        + ["output before", "after", "real %", "employment %", "exports %", "imports %"]
        .map { Amount.right($0, 14) }.joined()
    ]
      + equilibrium.group(\.isTradable).map { group in
        Amount.left(label(group.country), 28)
          + [
            money(group.output.before), money(group.output.after), percent(group.realOutput),
            percent(group.employment), growth(group.exports), growth(group.imports),
          ].map { Amount.right($0, 14) }.joined()
      }
  }

  private var sectorTables: [String] {
    var lines: [String] = []
    var country = ""
    for sector in equilibrium.sectors {
      if sector.country.code != country {
        country = sector.country.code
        lines += [
          "",
          Amount.left(label(sector.country), 28)
            + [
              "output before", "after", "real %", "employment %", "wage %", "price %", "exports %",
              "imports %",
            ].map { Amount.right($0, 14) }.joined(),
        ]
      }
      let cells = [
        money(sector.output.before), money(sector.output.after), percent(sector.realOutput),
        percent(sector.employment), percent(sector.wage), percent(sector.price),
        growth(sector.exports), growth(sector.imports),
      ]
      lines.append(
        Amount.left(
          String("\(sector.sector.code)  \(sector.sector.name)".prefix(27)), 28)
          + cells.map { Amount.right($0, 14) }.joined())
    }
    return lines
  }

  private func label(_ country: WorldCountry) -> String {
    country.name == country.code ? country.code : "\(country.code)  \(country.name)"
  }

  /// Enough digits for bases in units and in millions.
  private func money(_ value: Double) -> String {
    Amount.fixed(value, value.magnitude < 1000 ? 3 : 0)
  }

  /// A number near zero, with two digits.
  private func small(_ value: Double) -> String { String(format: "%.1e", value) }

  private func percent(_ value: Double?) -> String { value.map { Amount.fixed($0, 3) } ?? "-" }

  private func growth(_ amount: AmountChange) -> String {
    percent(amount.before > 0 ? 100 * amount.change / amount.before : nil)
  }
}
