import Foundation
import Testing

import WorldModel

struct SectorOutcomeTests {
  private func result(_ seed: Int, _ labour: LabourMobility) throws -> Equilibrium {
    let base = try RandomWorld(countries: 3, sectors: 4, inputOutput: seed % 3 != 0).base(
      seed: seed)
    return try EquilibriumSolver(
      base, theta: base.ownTheta, options: SolverOptions(labour: labour, tolerance: 1e-12)
    ).equilibrium(after: RandomWorld.shock(base, seed: seed))
  }

  @Test(arguments: 0..<20, LabourMobility.allCases)
  func sectorsAddUpToCountries(seed: Int, labour: LabourMobility) throws {
    let result = try result(seed, labour)
    let countries = result.countries
    let added = result.valueAdded
    for (place, country) in countries.enumerated() {
      let own = result.sectors.filter { $0.country == country.country }
      #expect(own.map(\.sector) == result.base.sectors)
      for (sum, whole) in [
        (own.reduce(0) { $0 + $1.exports.after }, country.exports.after),
        (own.reduce(0) { $0 + $1.imports.after }, country.imports.after),
        (own.reduce(0) { $0 + $1.exports.before }, country.exports.before),
        (own.reduce(0) { $0 + $1.valueAdded.after }, added[place]),
      ] { #expect(abs(sum - whole) <= 1e-9 * added[place]) }
      // Everyone works somewhere, before and after.
      let moved = own.reduce(0.0) { $0 + ($1.employment ?? 0) * $1.valueAdded.before }
      #expect(abs(moved) <= 1e-8 * added[place])
    }
  }

  @Test(arguments: 0..<20)
  func fixedLabourPaysWhatASectorAdds(seed: Int) throws {
    let result = try result(seed, .fixed)
    for sector in result.sectors where sector.valueAdded.before > 0 {
      #expect(sector.employment == 0)
      let wage = try #require(sector.wage)
      let paid = sector.valueAdded.before * (1 + wage / 100)
      #expect(abs(paid - sector.valueAdded.after) <= 1e-10 * paid)
    }
  }

  @Test(arguments: 0..<20)
  func quantitiesAreValuesOverCosts(seed: Int) throws {
    let result = try result(seed, .mobile)
    for sector in result.sectors {
      guard let real = sector.realOutput, let cost = sector.unitCost else {
        #expect(sector.output.before == 0)
        continue
      }
      let value = (1 + real / 100) * (1 + cost / 100) * sector.output.before
      #expect(abs(value - sector.output.after) <= 1e-12 * sector.output.before)
    }
  }

  @Test(arguments: 0..<10)
  func groupsAndPairsAddUp(seed: Int) throws {
    let result = try result(seed, .mobile)
    let (all, goods) = (result.group { _ in true }, result.group(\.isTradable))
    let services = result.group { !$0.isTradable }
    for (place, country) in result.countries.enumerated() {
      let whole = all[place]
      #expect(abs(whole.employment ?? 1) <= 1e-8)
      #expect(abs(whole.exports.after - country.exports.after) <= 1e-9 * whole.output.after)
      #expect(
        abs(goods[place].output.after + services[place].output.after - whole.output.after)
          <= 1e-12 * whole.output.after)
      let sold = result.base.countries.indices.filter { $0 != place }.reduce(0.0) {
        $0 + result.bilateral(exporter: place, importer: $1).total.after
      }
      #expect(abs(sold - country.exports.after) <= 1e-12 * whole.output.after)
      let goodsSold = result.base.countries.indices.filter { $0 != place }.reduce(0.0) {
        $0 + result.bilateral(exporter: place, importer: $1).goods.after
      }
      #expect(abs(goodsSold - goods[place].exports.after) <= 1e-12 * whole.output.after)
    }
  }
}
