import WorldModel
import WorldStudy

extension GameAnswer {
  /// The answer as a page of text.
  public var text: String {
    let base = game.solver.base
    var lines = [
      "\(code(0)) and \(code(1)) choose tariffs on each other's goods, \(by == "uniform" ? "one rate each" : "sector by sector")",
      "World base \(world.id); deficits (\(options.deficits.rawValue)), assumed: \(options.deficits.words)",
      "",
    ]
    for player in alone.indices {
      let best = alone[player]
      lines.append(
        "\(code(player)) alone: best mean rate \(percent(best.instrument.meanRate(best.rates, base)))%; real income "
          + game.players.indices.map {
            "\(code($0)) \(Amount.fixed(best.equilibrium.countries[game.players[$0].importer].realIncome, 4))%"
          }.joined(separator: ", ") + "; \(best.steps) steps")
    }
    lines.append("")
    if let rest {
      lines.append(
        "At rest, mean rates: "
          + game.players.indices.map {
            "\(code($0)) \(percent(game.players[$0].meanRate(rest.rates[$0], base)))%"
          }.joined(separator: ", ") + "; real income "
          + game.players.map {
            "\(base.countries[$0.importer].code) \(Amount.fixed(rest.equilibrium.countries[$0.importer].realIncome, 4))%"
          }.joined(separator: ", "))
    } else {
      lines.append("No start leads to a rest at which the two still trade.")
    }
    for rest in rests {
      lines.append(
        "  from \(rest.start): \(rest.rounds) rounds, trade left \(percent(rest.tradeLeft))%, best of "
          + "\(rest.deviations) deviations \(Amount.fixed(rest.deviationGain, 8)) points"
          + (rest.isInterior ? "" : " (not interior)"))
    }
    lines.append("  largest difference of a rate between starts: \(disagreement)")
    lines += rateTable + payoffTable
    return lines.joined(separator: "\n") + "\n"
  }

  private var rateTable: [String] {
    guard let first = alone.first, first.rates.count > 1 else { return [] }
    var lines = [
      "",
      Amount.left("Rates, %", 40)
        + (game.players.indices.map { "\(code($0)) alone" }
        + game.players.indices.map { "\(code($0)) at rest" })
        .map { Amount.right($0, 14) }.joined(),
    ]
    let names = Set(game.players.flatMap { $0.rates.map(\.name) })
    for sector in world.base.sectors where names.contains(sector.code) {
      func cell(_ rates: [Double]?, _ player: Int) -> String {
        guard let rates,
          let place = game.players[player].rates.firstIndex(where: { $0.name == sector.code })
        else { return "-" }
        return percent(rates[place])
      }
      lines.append(
        Amount.left(String(sector.name.prefix(38)), 40)
          + (alone.indices.map { cell(alone[$0].rates, $0) }
          + game.players.indices.map { cell(rest?.rates[$0], $0) })
          .map { Amount.right($0, 14) }.joined())
    }
    return lines
  }

  private var payoffTable: [String] {
    guard let payoffs else { return [] }
    return [
      "",
      Amount.left("Real income %: \(code(0)), \(code(1))", 30)
        + payoffs.choices.map { Amount.right("\(code(1)) \($0)", 26) }.joined(),
    ]
      + payoffs.cells.indices.map { row in
        Amount.left("\(code(0)) \(payoffs.choices[row])", 30)
          + payoffs.cells[row].map {
            Amount.right("\(Amount.fixed($0.first, 4)), \(Amount.fixed($0.second, 4))", 26)
          }.joined()
      }
  }

  private func percent(_ rate: Double) -> String { Amount.fixed(100 * rate, 2) }
}
