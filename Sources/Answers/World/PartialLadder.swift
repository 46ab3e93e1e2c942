import TradeImpact
import WorldModel
import WorldStudy

/// The partial equilibrium of an action beside the world model's answer, and what lies between them.
struct PartialLadder {
  /// The country whose goods the action hits most.
  let partner: Int
  /// Changes of imports from it in dollars: by product with prices abroad and incomes given; by sector
  /// at base wages, costs and spending; with the world's markets cleared.
  let partial: Double
  let firstRound: Double
  let world: Double
  /// Changes of tariff revenue, in dollars.
  let partialRevenue: Double
  let worldRevenue: Double
  /// Net welfare in dollars, and the change of real income as dollars of base income.
  let partialWelfare: Double
  let worldWelfare: Double

  /// What explains the differences, from the largest step.
  var words: [String] {
    func billions(_ value: Double) -> String { "\(Amount.billions(value, decimals: 1)) bn" }
    let choice = firstRound - partial
    let markets = world - firstRound
    let steps = [
      (
        choice,
        "the world model answers by sector with its trade elasticity, home goods among the "
          + "substitutes, on the base's trade; the partial equilibrium by product with the estimates "
          + "of its assumptions: \(billions(choice))"
      ),
      (
        markets,
        "wages, prices of inputs, incomes and the deficit rule, which only the world model moves: "
          + billions(markets)
      ),
    ]
    return [
      "imports from the partner change by \(billions(partial)) in the partial equilibrium, by "
        + "\(billions(firstRound)) in the world model while wages and spending stand still, and by "
        + "\(billions(world)) when all markets have cleared"
    ] + steps.sorted { $0.0.magnitude > $1.0.magnitude }.map(\.1) + [
      "net welfare \(billions(partialWelfare)) is of the importer's buyers, producers and treasury at "
        + "given wages; real income \(billions(worldWelfare)) counts terms of trade and wages as well"
    ]
  }
}

extension WorldAnswer {
  /// `nil` without an action assessed both ways.
  var ladder: PartialLadder? {
    guard let partial, let importer, let changes else { return nil }
    let base = equilibrium.base
    let hit = changes.exporters
    func imports(_ trade: [Double], _ partner: Int) -> Double {
      BilateralGoods(trade, base, importer: importer, partner: partner).imports
    }
    guard let partner = hit.max(by: { imports(base.trade, $0) < imports(base.trade, $1) }) else {
      return nil
    }
    let origins = partialOrigins.indices.filter { origin in
      partialOrigins[origin].contains { world.place(of: $0) == partner }
    }
    let alone = assessment.alone ?? equilibrium
    let home = alone.countries[importer]
    let before = imports(base.trade, partner)
    return PartialLadder(
      partner: partner,
      partial: origins.reduce(0) { $0 + partial.central.importsChange[$1] },
      firstRound: (imports(assessment.firstRound.trade, partner) - before) * world.money,
      world: (imports(alone.trade, partner) - before) * world.money,
      partialRevenue: partial.central.accounts.revenue,
      worldRevenue: home.revenue.change * world.money,
      partialWelfare: partial.central.accounts.netWelfare,
      worldWelfare: home.realIncome / 100 * base.income[importer] * world.money)
  }
}
