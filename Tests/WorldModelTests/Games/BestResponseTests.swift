import Testing

import WorldModel

/// The tariffs that are best for one country.
@Suite struct BestResponseTests {
  /// A country too small to move the world's prices but for those of its own goods does best with the
  /// tariff that is the inverse of the trade elasticity (Gros 1987 in the limit; by the symmetry of
  /// Lerner, the export tax of a monopolist that faces the elasticity theta + 1).
  @Test(arguments: [2.0, 4.0, 7.5])
  func aSmallCountryTaxesByTheInverseOfTheElasticity(theta: Double) throws {
    let small = 1e-5
    let draft = BaseDraft(
      countries: ["S", "L"].map { WorldCountry(code: $0, name: $0) },
      sectors: [WorldSector(code: "g", name: "goods", isTradable: true, thetas: ["": theta])],
      // By importer, exporter: S from S and L, L from S and L.
      trade: [0.6 * small, 0.4 * small, 0.4 * small, 1],
      tariffs: [0, 0, 0, 0], inputShares: [], valueAddedShare: [1, 1], finalShare: nil)
    let solver = try EquilibriumSolver(
      draft.balanced(), theta: [theta],
      options: SolverOptions(deficits: .balanced, tolerance: 1e-13))
    let best = try BestResponse(
      .uniform(solver.base, importer: 0, partners: [1]), in: WorldShock(solver.base), solver)
    #expect((best.rates[0] - 1 / theta).magnitude < 1e-3 / theta)
    #expect(best.equilibrium.countries[0].realIncome > 0)
  }

  @Test(arguments: 0..<8)
  func nothingOnAGridIsBetter(seed: Int) throws {
    let base = try RandomWorld(complete: true).draft(seed: seed).balanced()
    let solver = try EquilibriumSolver(
      base, theta: base.sectors.indices.map { 3 + Double($0) },
      options: SolverOptions(deficits: .balanced, tolerance: 1e-12))
    let instrument = TariffInstrument.bySector(
      solver.base, importer: 1, partners: Array(solver.base.countries.indices))
    let shock = WorldShock(solver.base)
    let best = try BestResponse(instrument, in: shock, solver)
    #expect(best.distance <= 1e-6)
    let top = best.equilibrium.logRealIncome[1]
    #expect(top >= (try solver.equilibrium(after: shock).logRealIncome[1]))
    for rate in instrument.rates.indices {
      for value in [0, 0.05, 0.15, 0.3, 0.6, 1.2, best.rates[rate] * 0.9, best.rates[rate] * 1.1] {
        var rates = best.rates
        rates[rate] = value
        var other = shock
        instrument.lay(rates, into: &other)
        #expect(try solver.equilibrium(after: other).logRealIncome[1] <= top + 1e-10)
      }
    }
  }
}
