import Foundation
import Testing
import TradeImpact

import WorldModel

/// A sector so small that wages and incomes do not feel it, made of labour alone, is the partial
/// equilibrium with one product, home goods and origins as close as `1 + theta` to one another, foreign
/// prices and home prices that stay, and spending that is fixed.
struct PartialEquilibriumLimitTests {
  @Test(arguments: 0..<6)
  func aSmallSectorIsAPartialEquilibrium(seed: Int) throws {
    let gaps = try [1e-2, 1e-3, 1e-4].map { try gap(seed, size: $0) }
    #expect(gaps[0] <= 0.05, "\(gaps)")
    for place in 1..<3 {
      #expect(gaps[place] <= 0.15 * gaps[place - 1], "\(gaps)")
    }
  }

  /// The largest difference of trade between the two models, relative to base spending.
  private func gap(_ seed: Int, size: Double) throws -> Double {
    var draft = RandomWorld(countries: 4, sectors: 3, inputOutput: false, complete: true)
      .draft(seed: seed)
    let n = draft.countries.count
    // Sector 0 becomes small.
    for flow in 0..<(n * n) { draft.trade[flow] *= size }
    let base = try draft.balanced()
    let theta = base.ownTheta
    var shock = WorldShock(base)
    for exporter in 1..<n {
      shock.tariffs[base.flow(sector: 0, importer: 0, exporter: exporter)] +=
        exporter == 1 ? 0.25 : 0.02 * Double(exporter)
    }
    let general = try EquilibriumSolver(
      base, theta: theta, options: SolverOptions(tolerance: 1e-12)
    ).equilibrium(after: shock)

    let flows = (1..<n).map { base.flow(sector: 0, importer: 0, exporter: $0) }
    let market = try ImportMarket(
      sectors: ["S0"], homeSales: [base.trade[0]], sectorOfProduct: [0],
      productOfCell: flows.map { _ in 0 }, originOfCell: Array(0..<flows.count),
      originCount: flows.count, value: flows.map { base.trade[$0] },
      baseRate: flows.map { base.tariffs[$0] })
    let elasticity = 1 + theta[0]
    let partial = try PartialEquilibrium(
      market: market,
      parameters: EquilibriumParameters(
        sigma: [elasticity], eta: 2, kappa: elasticity, omega: [0], homeSupply: .infinity)
    ).respond(to: flows.map { shock.tariffs[$0] })
    let spent = base.spending[0]
    var worst = abs(log(partial.sectorPrice[0]) - general.logPrices[0])
    for (cell, flow) in flows.enumerated() {
      worst = max(worst, abs(partial.value[cell] - general.trade[flow]) / spent)
    }
    let home = base.trade[0] + partial.homeSalesChange[0]
    return max(worst, abs(home - general.trade[0]) / spent)
  }
}
