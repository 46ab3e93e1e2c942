import Foundation
import LongWork
import Synchronization
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

struct ImpactStudyTests {
  private func list1() throws -> Action { try ActionLibrary.action("us-301-list-1") }

  private func agrees(_ a: Double, _ b: Double, of scale: Double) -> Bool {
    abs(a - b) <= 1e-9 * max(abs(scale), 1)
  }

  /// The identities of the accounts hold in every draw, and parts add up.
  @Test func everyDrawAddsUp() throws {
    let action = try list1()
    let impact = try ShippedStudy.study().assess(
      action, on: action.on, draws: DrawRequest(count: 40, seed: 9))
    let draws = try #require(impact.draws)
    #expect(draws.outcomes.count == 40 && Set(draws.outcomes).count == 40)
    for outcome in draws.outcomes + [impact.central] {
      let a = outcome.accounts
      // Draws integrate the deadweight loss to 1e-7 of it.
      #expect(
        abs(a.buyersLoss - a.revenue - a.producersGain - a.deadweightLoss + a.foreignLoss)
          < 1e-6 * a.buyersLoss)
      #expect(agrees(outcome.importsChange.reduce(0, +), a.importsChange, of: a.buyersLoss))
      for origin in impact.origins.indices {
        // What is spared inside the list is part of what is diverted.
        #expect(outcome.leakage[origin].isFinite)
        if impact.origins[origin] != "China" {
          #expect(
            agrees(outcome.importsChange[origin], outcome.diversion[origin], of: a.buyersLoss))
        }
      }
      #expect((outcome.passThrough ?? 0) > 0.5 && (outcome.passThrough ?? 2) <= 1 + 1e-12)
    }
    let estimate = impact.estimate { $0.accounts.buyersLoss }
    let (low, high) = (try #require(estimate.low), try #require(estimate.high))
    #expect(low < estimate.value && estimate.value < high)
    #expect(
      !impact.tornado.isEmpty && impact.tornado == impact.tornado.sorted { $0.reach > $1.reach })
  }

  /// The same seed gives the same draws on one thread and on several, and another seed others.
  @Test func drawsDoNotDependOnTheThreads() throws {
    let study = try ShippedStudy.study()
    let action = try list1()
    func outcomes(_ seed: UInt64, _ threads: Int) throws -> [Outcome] {
      try #require(
        try study.assess(
          action, on: action.on, draws: DrawRequest(count: 12, seed: seed), threads: threads
        ).draws
      ).outcomes
    }
    let one = try outcomes(5, 1)
    #expect(try outcomes(5, 3) == one)
    #expect(try outcomes(6, 1) != one)
  }

  /// Draws end when the watch says so, on every thread; one that only listens changes nothing and hears all.
  @Test func drawsAreStoppedAndCounted() throws {
    let study = try ShippedStudy.study()
    let action = try list1()
    let done = Mutex<[Int]>([])
    func draws(_ count: Int, until last: Int) throws -> [Outcome]? {
      done.withLock { $0 = [] }
      let watch = WorkWatch { progress in
        done.withLock { $0.append(progress.done) }
      } isStopped: {
        done.withLock { $0.count } >= last
      }
      return try study.assess(
        action, on: action.on, draws: DrawRequest(count: count, seed: 5), threads: 2, watch: watch
      ).draws?.outcomes
    }
    #expect(throws: WorkStopped.self) { _ = try draws(10_000, until: 4) }
    // Each of the two threads may have begun one more.
    #expect((4...5).contains(done.withLock { $0.count }))
    let plain = try study.assess(action, on: action.on, draws: DrawRequest(count: 12, seed: 5))
    #expect(try draws(12, until: .max) == plain.draws?.outcomes)
    #expect(done.withLock { $0.sorted() } == Array(1...12))
  }

  @Test func nothingRespondsInTheStaticHorizon() throws {
    let action = try list1()
    let still = try ShippedStudy.study(horizon: "static").assess(action, on: action.on).central
    let year = try ShippedStudy.study().assess(action, on: action.on).central
    let a = still.accounts
    #expect(a.importsChange == 0 && a.deadweightLoss == 0 && a.netWelfare == 0)
    #expect(agrees(a.revenue, year.accounts.revenueStatic, of: a.revenue))
    #expect(agrees(a.buyersLoss, year.accounts.firstOrderLoss, of: a.revenue))
  }

  /// With more substitution buyers lose less, the treasury gains less, and more is diverted.
  @Test func theLongRunSubstitutesMore() throws {
    let action = try list1()
    let year = try ShippedStudy.study().assess(action, on: action.on).central
    let long = try ShippedStudy.study(horizon: "long-run").assess(action, on: action.on).central
    #expect(long.accounts.buyersLoss < year.accounts.buyersLoss)
    #expect(long.accounts.revenue < year.accounts.revenue)
    #expect(long.leakage.reduce(0, +) > year.leakage.reduce(0, +))
    #expect(long.accounts.producersGain == 0)
  }

  @Test func halfOfTheDutyPassesThroughWhereTheAssumptionsSaySo() throws {
    let action = try ActionLibrary.action("us-232-metals-2018")
    let day = try #require(Day("2018-03-23"))
    let whole = try ShippedStudy.study().assess(action, on: day).central
    let half = try ShippedStudy.study("steel-half").assess(action, on: day).central
    #expect(abs((whole.passThrough ?? 0) - 1) < 1e-12)
    let share = try #require(half.passThrough)
    // Aluminum, and what other origins sell, keep it above one half.
    #expect(share > 0.4 && share < 0.9)
    #expect(half.accounts.foreignLoss > 0 && whole.accounts.foreignLoss == 0)
  }

  /// Exports fall by the power of the added duty to the minus elasticity; parts add up; the balance and
  /// the jobs of exporters see it.
  @Test func anAnswerCutsExports() throws {
    let action = try list1()
    let china = try #require(CountryCode("CN"))
    let exports = try #require(try ExportBaseline.shipped(china))
    let tariffs = try PartnerTariffs(
      try #require(action.answers.first), origin: try #require(CountryCode("US")),
      book: LawBook(
        regime: try ShippedLaw.regime("cn"), schedule: try ShippedLaw.schedule(of: "cn"),
        countries: try ShippedCountries.codes()),
      baseline: exports)
    let study = try ImpactStudy(
      try ShippedStudy.ground.get(), assumptions: try ActionLibrary.assumptions("fgkk-2020"),
      horizon: try ActionLibrary.horizon("one-year"),
      economy: try ActionLibrary.economy(of: "us"))
    let alone = try study.assess(action, on: action.on)
    let answered = try study.assess(action, on: action.on, answers: [tariffs])
    let response = try #require(answered.retaliation.first)
    #expect(response.partner == china)
    // By hand, subheading by subheading.
    let elasticity = try #require(try ActionLibrary.economy(of: "us")?.value("export-demand"))
    let change = tariffs.cells.reduce(0.0) {
      $0 + $1.value * (pow((1 + $1.base + $1.change) / (1 + $1.base), -elasticity) - 1)
    }
    #expect(agrees(response.exportsChange, change, of: change))
    #expect(agrees(response.bySector.reduce(0, +), change, of: change))
    #expect(agrees(response.byChapter.reduce(0) { $0 + $1.change }, change, of: change))
    #expect(answered.exportsChange(to: china, in: answered.central) == response.exportsChange)
    #expect(answered.exportsChange(to: CountryCode("JP"), in: answered.central) == 0)
    // The accounts of imports do not change; exporters' jobs fall.
    #expect(alone.central.accounts == answered.central.accounts)
    let (before, after) = (alone.central.economy, answered.central.economy)
    #expect(before != after && before != nil)
  }

  /// Draws of the demand for exports reach exports, balance and jobs, and leave the border's draws as
  /// they are without an economy.
  @Test func assumptionsBehindTheBorderAreDrawn() throws {
    let action = try list1()
    let china = try #require(CountryCode("CN"))
    let tariffs = try PartnerTariffs(
      try #require(action.answers.first), origin: try #require(CountryCode("US")),
      book: LawBook(
        regime: try ShippedLaw.regime("cn"), schedule: try ShippedLaw.schedule(of: "cn"),
        countries: try ShippedCountries.codes()),
      baseline: try #require(try ExportBaseline.shipped(china)))
    func study(_ economy: Assumptions?) throws -> ImpactStudy {
      try ImpactStudy(
        try ShippedStudy.ground.get(), assumptions: try ActionLibrary.assumptions("fgkk-2020"),
        horizon: try ActionLibrary.horizon("one-year"), economy: economy)
    }
    let draws = DrawRequest(count: 60, seed: 5)
    let impact = try study(try ActionLibrary.economy(of: "us"))
      .assess(action, on: action.on, draws: draws, answers: [tariffs])
    let border = try study(nil).assess(action, on: action.on, draws: draws)
    #expect(
      impact.draws?.outcomes.map(\.accounts.buyersLoss)
        == border.draws?.outcomes.map(\.accounts.buyersLoss))

    let exports = impact.estimate { $0.exportsChange.reduce(0, +) }
    let (low, high) = (try #require(exports.low), try #require(exports.high))
    #expect(low < exports.value && exports.value < high && high < 0)
    // About the central figure times the range of sigma*, 0.51 to 1.57 of 1.04.
    let central = impact.exportsChange(to: nil, in: impact.central)
    #expect(low / central > 1.2 && low / central < 1.9)
    #expect(high / central > 0.2 && high / central < 0.8)
    let outcomes = try #require(impact.draws?.outcomes)
    for outcome in outcomes {
      let partner = try #require(impact.partner)
      let balance = try #require(impact.bilateralChange(in: outcome))
      let parts = outcome.exportsChange.reduce(0, +) - outcome.importsChange[partner]
      #expect(agrees(balance, parts, of: parts))
      let net = try #require(outcome.revenueNetOfOffset)
      #expect(net > 0.6 * outcome.accounts.revenue && net < outcome.accounts.revenue)
    }
    // Only the demand for exports moves exports; it moves no welfare at the border.
    let bars = Dictionary(uniqueKeysWithValues: impact.tornado.map { ($0.assumption, $0) })
    for (name, bar) in bars {
      let moves = bar.atLow.exportsChange != bar.atHigh.exportsChange
      #expect(moves == (name == "export-demand"), "\(name)")
    }
    #expect(bars["export-demand"]?.reach == 0)
    #expect(
      bars["revenue-offset"]?.atLow.revenueNetOfOffset ?? 0 > bars["revenue-offset"]?.atHigh
        .revenueNetOfOffset ?? 0)
    #expect(bars["final-demand"]?.atLow.economy != bars["final-demand"]?.atHigh.economy)
    #expect(impact.vintage.assumedSpreads.contains("final-demand"))
  }

  /// What is set aside and what is filled, from the shipped tables.
  @Test(arguments: ["broda-weinstein-2006", "fontagne-2022"])
  func elasticitiesByGoodAreWithinBounds(assumptions: String) throws {
    let ground = try ShippedStudy.ground.get()
    let sectors = try SectorMap.shipped(year: 2017)
    var products: [HTSCode] = []
    for code in ground.baseline.codes where products.last != code { products.append(code) }
    let space = try ParameterSpace(
      try ActionLibrary.assumptions(assumptions), products: products, sectors: sectors.names,
      conversions: try ShippedConversions.pairs())
    let coverage = try #require(space.coverage)
    #expect(
      coverage.own + coverage.ofHeading + coverage.ofChapter + coverage.ofAll == products.count)
    #expect(space.central.sigma.allSatisfy { $0 > 1 && $0 <= coverage.cap })
    #expect(coverage.own > products.count / 3)
    // By hand from the table: one product with an estimate of its own.
    let table = try #require(try ElasticityTable.shipped(coverage.table))
    let rule: (Double) -> Double =
      coverage.table == "elasticities-trade" ? { 1 - $0 } : { $0 }
    var compared = 0
    for (product, sigma) in zip(products, space.central.sigma) {
      guard let raw = table.values[product.prefix(6)], rule(raw) > 1 else { continue }
      #expect(sigma == min(rule(raw), coverage.cap))
      compared += 1
    }
    // A few came to HS 2017 under another number.
    #expect(compared <= coverage.own && compared > coverage.own - 20)
    if coverage.table == "elasticities-trade" {
      // The counts that the description of the data gives.
      #expect(table.insignificant > 1900 && table.insignificant <= 1972)
      #expect(table.wrongSigned > 100 && table.wrongSigned <= 130)
    }
    // Draws move every good the same way and never reach one.
    let drawn = space.parameters(at: ["sigma": 0.001])
    #expect(drawn.sigma.allSatisfy { $0 > 1 })
  }
}
