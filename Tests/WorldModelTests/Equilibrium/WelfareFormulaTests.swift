import Foundation
import Testing

import WorldModel

/// Formulas of the literature that the results must obey.
struct WelfareFormulaTests {
  /// Caliendo and Parro (2015), equation 15: with `c = w^va prod P_k^g_k` and an own share that changes by
  /// `(c / P)^-theta`, own goods paying no tariff,
  /// `ln(w / P_j) = -(1 / (va_j theta_j)) ln pi_jj - (1 / va_j) sum_k g_kj ln(P_k / P_j)`.
  @Test(arguments: 0..<40)
  func realWagesFollowOwnShares(seed: Int) throws {
    let base = try RandomWorld(
      countries: 2 + seed % 3, sectors: 1 + seed % 4, inputOutput: seed % 4 != 0, complete: true
    ).base(seed: seed)
    let solver = try EquilibriumSolver(
      base, theta: base.ownTheta,
      options: SolverOptions(deficits: DeficitRule.allCases[seed % 3], tolerance: 1e-12))
    try expectFormula(try solver.equilibrium(after: RandomWorld.shock(base, seed: seed)))
  }

  @Test(.enabled(if: RawBases.areThere, RawBases.missing))
  func realWagesFollowOwnSharesUnderNafta() throws {
    let base = try RawBases.base("cp1993-31x40")
    let solver = try EquilibriumSolver(
      base, theta: base.ownTheta, options: SolverOptions(tolerance: 1e-11))
    try expectFormula(try solver.equilibrium(after: try base.nafta()))
  }

  private func expectFormula(_ result: Equilibrium) throws {
    let base = result.base
    let (n, size) = (base.countryCount, base.sectorCount)
    for country in 0..<n {
      let wage = result.logWages[country]
      var realWage = 0.0
      for j in 0..<size {
        let cell = j * n + country
        let own = base.flow(sector: j, importer: country, exporter: country)
        guard base.trade[own] > 0 else {
          // Nothing of its own is bought: the price is what it is.
          realWage += base.finalShare[cell] * (wage - result.logPrices[cell])
          continue
        }
        let spentAfter = (0..<n).reduce(0.0) { sum, exporter in
          let flow = base.flow(sector: j, importer: country, exporter: exporter)
          return sum + result.trade[flow] * (1 + result.shock.tariffs[flow])
        }
        let share = (result.trade[own] / spentAfter) / (base.trade[own] / base.spending[cell])
        let va = base.valueAddedShare[cell]
        var logs = -log(share) / result.theta[j]
        for k in 0..<size where !base.inputs.isEmpty {
          logs -=
            base.inputs[(country * size + k) * size + j]
            * (result.logPrices[k * n + country] - result.logPrices[cell])
        }
        // Where hardly any value is added the formula divides by it.
        #expect(abs(logs - va * (wage - result.logPrices[cell])) <= 1e-9)
        realWage += base.finalShare[cell] * (va > 0.01 ? logs / va : wage - result.logPrices[cell])
      }
      let outcome = result.countries[country]
      #expect(abs(100 * expm1(realWage) - outcome.realWage) <= 1e-6)
      // Real income is the real wage times what income is of wages.
      let added = base.valueAdded[country]
      let ratio =
        (result.income[country] / (added * exp(wage))) / (base.income[country] / added)
      #expect(
        abs((1 + outcome.realWage / 100) * ratio - 1 - outcome.realIncome / 100) <= 1e-11)
    }
  }

  /// Arkolakis, Costinot and Rodriguez-Clare (2012): cut off from trade, without tariffs, deficits and
  /// inputs, real income changes by the product of own shares to the power share over elasticity.
  @Test(arguments: 0..<20, [true, false])
  func autarkyCostsTheOwnShares(seed: Int, byBans: Bool) throws {
    let draft = RandomWorld(
      countries: 4, sectors: 3, inputOutput: false, complete: true, tariffs: false
    ).draft(seed: seed)
    let solver = try EquilibriumSolver(
      try draft.balanced(), theta: draft.balanced().ownTheta,
      options: SolverOptions(deficits: .balanced, tolerance: 1e-12))
    let base = solver.base
    let n = base.countryCount
    var shock = WorldShock(base)
    if !byBans { shock.tradeCosts = [Double](repeating: 1, count: base.trade.count) }
    for flow in base.trade.indices where flow % n != flow / n % n {
      if byBans { shock.tariffs[flow] = .infinity } else { shock.tradeCosts[flow] = .infinity }
    }
    let result = try solver.equilibrium(after: shock)
    for country in 0..<n {
      var logs = 0.0
      for sector in base.sectors.indices {
        let own = base.flow(sector: sector, importer: country, exporter: country)
        let cell = sector * n + country
        logs +=
          base.finalShare[cell] / solver.theta[sector] * log(base.trade[own] / base.spending[cell])
      }
      #expect(abs(result.countries[country].realIncome - 100 * expm1(logs)) <= 1e-8)
      #expect(result.countries[country].imports.after == 0)
    }
  }

  /// Small steps, each measured from the equilibrium before, add up to the exact change of real income,
  /// with an error in proportion to the step.
  @Test(arguments: 0..<8)
  func linearWelfareIsTheDerivative(seed: Int) throws {
    let options = SolverOptions(
      deficits: seed % 2 == 0 ? .fixed : .balanced, tolerance: 1e-12)
    let drawn = try RandomWorld(countries: 3, sectors: 3, inputOutput: seed % 3 != 0).base(
      seed: seed)
    let solver = try EquilibriumSolver(drawn, theta: drawn.ownTheta, options: options)
    let goal = RandomWorld.shock(solver.base, seed: seed)
    let exact = try solver.equilibrium(after: goal).logRealIncome
    var errors: [Double] = []
    for steps in [20, 40, 80] {
      var sums = [Double](repeating: 0, count: exact.count)
      var base = solver.base
      for step in 1...steps {
        let share = Double(step) / Double(steps)
        var shock = WorldShock(base)
        for flow in shock.tariffs.indices {
          let start = solver.base.tariffs[flow]
          shock.tariffs[flow] = start + share * (goal.tariffs[flow] - start)
        }
        let next = try EquilibriumSolver(base, theta: drawn.ownTheta, options: options)
          .equilibrium(after: shock)
        for (place, country) in next.countries.enumerated() {
          sums[place] += country.linearWelfare / 100
        }
        base = next.rebased()
      }
      errors.append(zip(sums, exact).map { abs($0 - $1) }.max() ?? 0)
    }
    #expect(errors[2] <= 0.05 * (exact.map(abs).max() ?? 0), "\(errors)")
    for place in 1..<3 {
      let ratio = errors[place] / errors[place - 1]
      #expect(ratio > 0.45 && ratio < 0.55, "\(errors)")
    }
  }
}
