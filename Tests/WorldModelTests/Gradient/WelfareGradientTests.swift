import Testing

import WorldModel

/// The derivative of real income by each tariff.
@Suite struct WelfareGradientTests {
  @Test(arguments: 0..<12)
  func theAdjointIsTheDifferenceQuotient(seed: Int) throws {
    let world = RandomWorld(inputOutput: seed % 2 == 0)
    let base = try world.draft(seed: seed).balanced()
    let theta = base.sectors.indices.map { 2.5 + Double(($0 + seed) % 4) }
    for deficits in DeficitRule.allCases {
      for labour in LabourMobility.allCases {
        let solver = try EquilibriumSolver(
          base, theta: theta,
          options: SolverOptions(deficits: deficits, labour: labour, tolerance: 1e-13))
        var shock = WorldShock(solver.base)
        for flow in shock.tariffs.indices where flow % 5 == 0 && shock.tariffs[flow] > 0 {
          shock.tariffs[flow] += 0.1
        }
        let country = seed % base.countryCount
        let at = try solver.equilibrium(after: shock)
        let gradient = try WelfareGradient(of: country, at: at)
        let traded = base.trade.indices.filter {
          base.trade[$0] > 0 && $0 % base.countryCount != $0 / base.countryCount % base.countryCount
        }
        for flow in traded.prefix(6) + traded.suffix(6) {
          let step = 1e-4
          func income(_ change: Double) throws -> Double {
            var moved = shock
            moved.tariffs[flow] += change
            return try solver.equilibrium(after: moved, near: at).logRealIncome[country]
          }
          let quotient = try (income(step) - income(-step)) / (2 * step)
          #expect(
            (quotient - gradient.byRate[flow]).magnitude < 1e-6 * max(1e-2, quotient.magnitude)
              + 2e-8,
            "flow \(flow), \(deficits), \(labour): \(quotient) and \(gradient.byRate[flow])")
        }
      }
    }
  }

  @Test func flowsWithoutTradeHaveNone() throws {
    let base = try RandomWorld().draft(seed: 3).balanced()
    let solver = try EquilibriumSolver(base, theta: base.sectors.map { _ in 4 })
    let gradient = try WelfareGradient(of: 0, at: solver.equilibrium(after: WorldShock(base)))
    #expect(base.trade.contains(0))
    for flow in base.trade.indices where base.trade[flow] == 0 {
      #expect(gradient.byRate[flow] == 0)
    }
  }
}
