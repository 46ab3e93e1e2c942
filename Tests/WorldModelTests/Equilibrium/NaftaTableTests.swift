import Testing

import WorldModel

/// Caliendo and Parro (2015), "Estimates of the Trade and Welfare Effects of NAFTA", Review of Economic
/// Studies 82(1), welfare, its two terms and real wages: tariffs of 1993 against those of 2005 inside NAFTA.
@Suite(.enabled(if: RawBases.areThere, RawBases.missing))
struct NaftaTableTests {
  @Test(arguments: [DeficitRule.balanced, .fixed, .proportional])
  func thePublishedTableComesOut(rule: DeficitRule) throws {
    let base = try RawBases.base("cp1993-31x40")
    let options = SolverOptions(deficits: rule, tolerance: 1e-10)
    let solver = try EquilibriumSolver(base, theta: base.ownTheta, options: options)
    let result = try solver.equilibrium(after: try base.nafta())
    #expect(result.residual <= 1e-10)
    #expect(EquationCheck(result).worst <= 1e-9)
    let published: [(String, Double, Double, Double, Double)] = [
      ("MEX", 1.31, -0.41, 1.72, 1.72), ("CAN", -0.06, -0.11, 0.04, 0.32),
      ("USA", 0.08, 0.04, 0.04, 0.11),
    ]
    for (code, welfare, terms, volume, wage) in published {
      let country = result.countries[try #require(base.country(code))]
      // The table has two decimals.
      #expect(abs(country.linearWelfare - welfare) <= 0.0051, "\(code) \(country.linearWelfare)")
      #expect(abs(country.termsOfTrade - terms) <= 0.0051, "\(code) \(country.termsOfTrade)")
      #expect(abs(country.volumeOfTrade - volume) <= 0.0051, "\(code) \(country.volumeOfTrade)")
      #expect(abs(country.realWage - wage) <= 0.0051, "\(code) \(country.realWage)")
    }
    let mexico = result.countries[try #require(base.country("MEX"))]
    #expect(abs(mexico.realIncome - 0.0073) <= 0.00005, "\(mexico.realIncome)")
  }
}
