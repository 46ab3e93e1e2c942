import Foundation
import Testing

import WorldModel

/// What holds in every world, drawn ones here and real ones below.
struct EquilibriumIdentityTests {
  static func options(_ seed: Int) -> SolverOptions {
    SolverOptions(
      deficits: DeficitRule.allCases[seed % 3], labour: seed / 3 % 2 == 0 ? .mobile : .fixed,
      tolerance: 1e-11)
  }

  static func world(_ seed: Int) throws -> WorldBase {
    try RandomWorld(countries: 2 + seed % 4, sectors: 1 + seed / 2 % 4, inputOutput: seed % 5 != 0)
      .base(seed: seed)
  }

  /// The base's own accounts: what is bought is made, and spent from what is earned.
  static func expectBalanced(_ base: WorldBase) {
    let (n, size) = (base.countryCount, base.sectorCount)
    for country in 0..<n {
      var spent = 0.0
      for sector in 0..<size {
        let cell = sector * n + country
        var bought = base.finalShare[cell] * base.income[country]
        spent += base.finalShare[cell]
        for using in 0..<size where !base.inputs.isEmpty {
          bought +=
            base.inputs[(country * size + sector) * size + using] * base.output[using * n + country]
        }
        #expect(abs(bought - base.spending[cell]) <= 1e-11 * max(base.spending[cell], 1e-9))
        guard !base.inputs.isEmpty, base.output[cell] > 0 else { continue }
        let inputs = (0..<size).reduce(0) {
          $0 + base.inputs[(country * size + $1) * size + sector]
        }
        #expect(abs(inputs + base.valueAddedShare[cell] - 1) <= 1e-13)
      }
      #expect(abs(spent - 1) <= 1e-13)
    }
    #expect(abs(base.deficit.reduce(0, +)) <= 1e-12 * base.worldValueAdded)
  }

  @Test(arguments: 0..<30)
  func theBaseIsItsOwnEquilibrium(seed: Int) throws {
    let base = try Self.world(seed)
    Self.expectBalanced(base)
    for rule in DeficitRule.allCases {
      for labour in LabourMobility.allCases {
        let solver = try EquilibriumSolver(
          base, theta: base.ownTheta, options: SolverOptions(deficits: rule, labour: labour))
        Self.expectBalanced(solver.base)
        let result = try solver.equilibrium(after: WorldShock(solver.base))
        for country in result.countries {
          #expect(abs(country.realIncome) <= 1e-10 && abs(country.realWage) <= 1e-10)
          #expect(abs(country.priceIndex) <= 1e-10 && abs(country.linearWelfare) <= 1e-10)
        }
        #expect(result.iterations <= 3)
      }
    }
  }

  @Test(arguments: 0..<60)
  func theEquationsHold(seed: Int) throws {
    let base = try Self.world(seed)
    let solver = try EquilibriumSolver(base, theta: base.ownTheta, options: Self.options(seed))
    let result = try solver.equilibrium(after: RandomWorld.shock(base, seed: seed))
    let check = EquationCheck(result)
    #expect(check.worst <= 1e-9, "\(check)")
    // Walras: what some sell too much, others sell too little.
    let net = result.countries.indices.reduce(0.0) {
      $0 + result.countries[$1].balance.after + result.deficit[$1]
    }
    #expect(abs(net) <= 1e-11 * base.worldValueAdded)
    for (place, country) in result.countries.enumerated() {
      let size = result.base.valueAdded[place]
      #expect(abs(country.balance.after + result.deficit[place]) <= 1e-10 * size)
      #expect(
        abs(country.exports.after - country.imports.after - country.balance.after) <= 1e-12 * size)
    }
    // The shares of deficits are held up to what the world's residual takes from everyone alike.
    if result.options.deficits == .proportional {
      let taken = result.base.countries.indices.map { m -> Double in
        let before = result.base.valueAdded[m] + result.base.revenue[m]
        let after = result.income[m] - result.deficit[m]
        return result.base.deficit[m] / before - result.deficit[m] / after
      }
      #expect((taken.max() ?? 0) - (taken.min() ?? 0) <= 1e-9)
    }
  }

  @Test(arguments: 0..<20)
  func theUnitOfMoneyDoesNotMatter(seed: Int) throws {
    let draft = RandomWorld(countries: 3, sectors: 3, inputOutput: seed % 2 == 0).draft(seed: seed)
    var scaled = draft
    for flow in scaled.trade.indices { scaled.trade[flow] *= 7 }
    let results = try [draft, scaled].map { draft in
      let base = try draft.balanced()
      return try EquilibriumSolver(base, theta: base.ownTheta, options: Self.options(seed))
        .equilibrium(after: RandomWorld.shock(base, seed: seed)).countries
    }
    for (one, other) in zip(results[0], results[1]) {
      #expect(abs(one.realIncome - other.realIncome) <= 1e-8)
      #expect(abs(one.priceIndex - other.priceIndex) <= 1e-8)
      #expect(abs(7 * one.exports.after - other.exports.after) <= 1e-8 * other.exports.after)
    }
  }

  @Test(
    .enabled(if: RawBases.areThere, RawBases.missing),
    arguments: RawBases.all, LabourMobility.allCases)
  func realWorldsHold(name: String, labour: LabourMobility) throws {
    let base = try RawBases.base(name)
    let us = try #require(base.country("USA"))
    let china = try #require(base.country("CHN"))
    for rule in DeficitRule.allCases {
      let solver = try EquilibriumSolver(
        base, theta: base.ownTheta, options: SolverOptions(deficits: rule, labour: labour))
      Self.expectBalanced(solver.base)
      let same = try solver.equilibrium(after: WorldShock(solver.base))
      for country in same.countries { #expect(abs(country.realIncome) <= 1e-10) }
      var shock = WorldShock(solver.base)
      for sector in base.sectors.indices where base.sectors[sector].isTradable {
        shock.tariffs[base.flow(sector: sector, importer: us, exporter: china)] += 0.25
      }
      let result = try solver.equilibrium(after: shock)
      let check = EquationCheck(result)
      #expect(check.worst <= 1e-8, "\(check)")
      #expect(result.residual <= 1e-10)
    }
  }
}
