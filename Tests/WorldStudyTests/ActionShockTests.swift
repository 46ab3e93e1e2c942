import TariffLaw
import Testing
import TradeAction
import TradeData
import WorldModel
import WorldStudy

struct ActionShockTests {
  /// An action and an answer change the pairs they are about and no other.
  @Test(arguments: ShippedGround.bases)
  func onlyTheRightPairsChange(id: String) throws {
    let ground = try ShippedGround.ground(id)
    let base = ground.world.base
    let answer = try ShippedGround.answer(
      "cn", on: "2018-09-24", ["cn/retaliation/answer-to-section-301/list-60"])
    let found = try ActionShock(
      try ShippedGround.tariffsOfList3(), of: try ShippedGround.imports.get().baseline,
      answers: [answer], on: ground)
    let usa = try #require(base.country("USA"))
    let china = try #require(base.country("CHN"))
    var changed: Set<[Int]> = []
    for sector in base.sectors.indices {
      for importer in base.countries.indices {
        for exporter in base.countries.indices {
          let cell = base.flow(sector: sector, importer: importer, exporter: exporter)
          let change = found.shock.tariffs[cell] - base.tariffs[cell]
          guard change != 0 else { continue }
          changed.insert([importer, exporter])
          #expect(change > 0 && change < 0.25 && base.sectors[sector].isTradable)
          let tariffs = importer == usa ? found.action : found.answers[0]
          #expect(
            abs(change - tariffs.spread(sector: sector, exporter: exporter).mean) < 1e-15)
        }
      }
    }
    #expect(changed == [[usa, china], [china, usa]])
    #expect(found.belowZero == 0)
  }

  /// List 3 hits nearly all of some sectors, little of others; a mean hides it.
  @Test func listThreeBySector() throws {
    let ground = try ShippedGround.ground("2017-7x44")
    let base = ground.world.base
    let found = try ActionShock(
      try ShippedGround.tariffsOfList3(), of: try ShippedGround.imports.get().baseline, on: ground
    ).action
    func mean(_ code: String) throws -> Double {
      found.spread(sector: try #require(base.sector(code))).mean
    }
    #expect(try mean("C29") > 0.07 && mean("C20") > 0.06)
    #expect(try mean("C21") < 0.005 && mean("C13T15") < 0.02 && mean("C26") < 0.025)
    #expect(found.total.lossEquivalent > 1.6 * found.total.mean)
    for sector in base.sectors.indices {
      let spread = found.spread(sector: sector)
      #expect(spread.lossEquivalent >= spread.mean && spread.mean <= 0.1 + 1e-12)
    }
  }

  /// The mapped shock solves, and trade with the partner falls.
  @Test func theShockSolves() throws {
    let ground = try ShippedGround.ground("2017-7x44")
    let world = ground.world
    let found = try ActionShock(
      try ShippedGround.tariffsOfList3(), of: try ShippedGround.imports.get().baseline, on: ground)
    let solver = try EquilibriumSolver(world.base, theta: try #require(world.theta()))
    let after = try solver.equilibrium(after: found.shock)
    let usa = try #require(world.base.country("USA"))
    let china = try #require(world.base.country("CHN"))
    #expect(after.residual < 1e-9)
    #expect(after.countries[china].realIncome < 0 && after.countries[usa].revenue.change > 5e3)
    let bilateral = world.base.sectors.indices.reduce(0) { sum, sector in
      let cell = world.base.flow(sector: sector, importer: usa, exporter: china)
      return sum + after.trade[cell] - world.base.trade[cell]
    }
    #expect(bilateral < -20e3)
  }
}
