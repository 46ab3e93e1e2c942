import Foundation
import Testing

import WorldModel

/// A solver that shares no code finds the same equilibrium.
struct SlowSolverTests {
  @Test(arguments: 0..<25)
  func drawnWorldsAgree(seed: Int) throws {
    let base = try RandomWorld(
      countries: 2 + seed % 4, sectors: 1 + seed % 3, inputOutput: seed % 3 != 0
    ).base(seed: 100 + seed)
    try expectAgreement(base, RandomWorld.shock(base, seed: seed))
  }

  @Test(.enabled(if: RawBases.areThere, RawBases.missing))
  func aRealWorldAgrees() throws {
    let base = try RawBases.base("icio2017-7x44")
    let us = try #require(base.country("USA"))
    let china = try #require(base.country("CHN"))
    var shock = WorldShock(base)
    for sector in base.sectors.indices where base.sectors[sector].isTradable {
      shock.tariffs[base.flow(sector: sector, importer: us, exporter: china)] += 0.25
      shock.tariffs[base.flow(sector: sector, importer: china, exporter: us)] += 0.1
    }
    try expectAgreement(base, shock)
  }

  private func expectAgreement(_ base: WorldBase, _ shock: WorldShock) throws {
    let slow = SlowSolver(base, shock, theta: base.ownTheta, tolerance: 1e-9)
    let fast = try EquilibriumSolver(base, theta: base.ownTheta).equilibrium(after: shock)
    for country in base.countries.indices {
      #expect(abs(slow.wages[country] - exp(fast.logWages[country])) <= 1e-7)
      #expect(abs(slow.realIncome[country] - exp(fast.logRealIncome[country])) <= 1e-7)
      for sector in base.sectors.indices {
        let price = exp(fast.logPrices[sector * base.countryCount + country])
        #expect(abs(slow.prices[sector][country] - price) <= 1e-7)
      }
    }
  }
}
