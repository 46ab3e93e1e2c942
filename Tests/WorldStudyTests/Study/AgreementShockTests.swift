import TariffLaw
import Testing
import TradeAction
import TradeImpact
import WorldModel
import WorldStudy

/// An agreement as new tariffs in a world base.
@Suite struct AgreementShockTests {
  @Test func membersWithoutAnAgreementDropTheirTariffsOnGoodsAndNobodyElse() throws {
    let world = try #require(try ShippedWorlds.world("2017-81x28"))
    let agreement = try WorldLibrary.agreement("tpp-12", paths: false)
    let found = try AgreementShock(agreement, on: world)
    #expect(found.changing + found.staying == 12 * 11)
    let base = world.base
    let places = Dictionary(uniqueKeysWithValues: zip(found.members, agreement.members))
    var cut = 0
    for sector in base.sectors.indices {
      for importer in base.countries.indices {
        for exporter in base.countries.indices where exporter != importer {
          let flow = base.flow(sector: sector, importer: importer, exporter: exporter)
          let isCut =
            base.sectors[sector].isTradable
            && places[importer].map { one in
              places[exporter].map { !agreement.isStanding(one, $0) } ?? false
            } ?? false
          #expect(found.shock.tariffs[flow] == (isCut ? 0 : base.tariffs[flow]))
          if isCut, base.tariffs[flow] > 0 { cut += 1 }
        }
      }
    }
    #expect(cut > 100)
  }

  @Test func aBaseThatHidesMembersInRegionsIsRefused() throws {
    let world = try #require(try ShippedWorlds.world("2017-7x44"))
    #expect {
      _ = try AgreementShock(try WorldLibrary.agreement("tpp-11", paths: false), on: world)
    } throws: {
      "\($0)".contains("part of a region in the base 2017-7x44")
    }
  }

  /// Draws are the same on any number of cores, and each estimate lies in its interval.
  @Test func theAssessmentIsTheSameOnAnyNumberOfCores() throws {
    let world = try #require(try ShippedWorlds.world("2017-81x28"))
    let shock = try AgreementShock(try WorldLibrary.agreement("tpp-11", paths: false), on: world)
    let theta = try #require(world.base.theta(""))
    var terms = WorldTerms()
    terms.draws = DrawRequest(count: 3, seed: 7)
    let one = try WorldAssessment(
      shock.shock, by: nil, on: world, theta: theta, terms: terms, workers: 1)
    let two = try WorldAssessment(
      shock.shock, by: nil, on: world, theta: theta, terms: terms, workers: 2)
    #expect(one.draws.map(\.realIncome) == two.draws.map(\.realIncome))
    #expect(one.sets.count >= 3)
    #expect(one.answer.equilibrium.residual <= 1e-10)
    for country in world.base.countries.indices {
      let found = one.estimate(country, \.realIncome) { $0.realIncome }
      let (low, high) = (try #require(found.low), try #require(found.high))
      #expect(low <= found.value && found.value <= high)
    }
  }
}
