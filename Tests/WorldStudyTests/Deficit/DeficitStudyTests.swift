import TariffLaw
import Testing
import WorldModel
import WorldStudy

/// How instruments reach a cut of a bilateral deficit.
@Suite struct DeficitStudyTests {
  @Test func aPromiseIsSpreadOverSectorsToTheDollar() throws {
    let world = try #require(try ShippedWorlds.world("2017-7x44"))
    let promise = try WorldLibrary.purchases("phase-one-2020", paths: false)
    let found = try PromisedSectors(promise, on: try WorldGround(world))
    let promised = promise.amounts.filter { $0.year == found.year }
      .reduce(0) { $0 + $1.value.doubleValue }
    #expect((found.values.reduce(0, +) / promised - 1).magnitude < 1e-12)
    for (sector, value) in found.values.enumerated() where value > 0 {
      #expect(world.base.sectors[sector].isTradable)
    }
  }

  @Test func eachInstrumentReachesItsTargetOrSaysWhyNot() throws {
    let world = try #require(try ShippedWorlds.world("2017-7x44"))
    let base = try world.base.scaled(
      importer: try #require(world.base.country("USA")),
      partner: try #require(world.base.country("CHN")), imports: 505_000, exports: 130_000)
    let (home, partner) = (
      try #require(base.country("USA")), try #require(base.country("CHN"))
    )
    let study = try DeficitStudy(
      [
        .init(
          name: "tariff",
          way: .tariffs(.uniformTariff(base, importer: home, partner: partner))),
        .init(
          name: "cuts", way: .tariffs(.partnerCuts(base, importer: home, partner: partner))),
      ], target: 100_000, importer: home, partner: partner, base: base,
      theta: try #require(base.theta("")), options: SolverOptions())
    #expect((study.before.deficit - 375_000).magnitude < 1)
    let tariff = study.outcomes[0]
    #expect(tariff.isReached)
    #expect((tariff.net - 100_000).magnitude < 1)
    // Buyers' choices alone cut more: the world's markets give some back, an answer more.
    #expect(tariff.gross > tariff.net)
    #expect(tariff.answered < tariff.net)
    // Fixed and balanced totals do not move, by assumption.
    for total in tariff.totals where total.rule != .proportional {
      #expect(total.change.magnitude < 1e-3)
    }
    let cuts = study.outcomes[1]
    #expect(!cuts.isReached)
    #expect(cuts.reason != nil)
    #expect(cuts.net > 0 && cuts.net < 100_000)
  }
}
