import Foundation
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// The shipped accounts against what the agencies publish and against themselves.
struct ShippedEconomyTests {
  private let accounts: EconomyAccounts

  init() throws { accounts = try #require(try EconomyAccounts.shipped(year: 2017)) }

  private func outputs() -> [Double] { accounts.industries.map(\.output) }

  /// Personal consumption, gross output and employees on nonfarm payrolls of 2017.
  @Test func totalsAreThePublishedOnes() {
    #expect(accounts.commodities.count == 402 && accounts.industries.count == 402)
    #expect(abs(outputs().reduce(0, +) - 34_468_137e6) < 1e6)
    let consumption = accounts.commodities.reduce(0) { $0 + $1.consumption }
    #expect(abs(consumption - 13_290_633e6) < 1e6)
    let bridge = accounts.purchases.reduce(0) { $0 + $1.purchasers }
    #expect(abs(bridge - consumption) < 2e-6 * consumption)
    let employees = accounts.groups.reduce(0) { $0 + ($1.employees ?? 0) }
    // Total private 124,274.67 and government 22,349.50 thousand.
    #expect(abs(employees - 146_624_170) < 20_000)
    #expect(accounts.groups.allSatisfy { $0.employees ?? 0 >= 0 })
    #expect(
      accounts.groups.filter { $0.employees == nil }.map(\.name) == ["111-112", "114-115", "814"])
  }

  /// A commodity's makers have all of it, but for used goods and imports nobody makes.
  @Test func sharesSumToOne() {
    var sums = [Double](repeating: 0, count: accounts.commodities.count)
    for index in accounts.shares.values.indices {
      sums[accounts.shares.columns[index]] += accounts.shares.values[index]
    }
    let without = zip(accounts.commodities, sums).filter { $0.1 == 0 }.map(\.0.code)
    #expect(without == ["S00402", "S00300"])
    #expect(zip(accounts.commodities, sums).allSatisfy { $0.1 == 0 || abs($0.1 - 1) < 1e-5 })
    let deciles = accounts.deciles
    #expect(deciles.income.count == 10 && abs(deciles.spending.reduce(0, +) - 1) < 1e-3)
    #expect(deciles.income == deciles.income.sorted())
  }

  /// The requirements of final demand are the outputs (Leontief), and what an industry pays out
  /// beside home inputs, passed on, is the price of each commodity: one.
  @Test func leontiefHolds() {
    let inputs = accounts.homeUse.rowSums
    let demand = accounts.commodities.indices.map { index in
      accounts.commodities[index].home + accounts.commodities[index].exports - inputs[index]
    }
    var made = [Double](repeating: 0, count: accounts.industries.count)
    for index in accounts.requirements.values.indices {
      made[accounts.requirements.rows[index]] +=
        accounts.requirements.values[index] * demand[accounts.requirements.columns[index]]
    }
    for (industry, output) in zip(accounts.industries, made) {
      #expect(
        abs(output / industry.output - 1) < 0.02, "\(industry.code) \(output) \(industry.output)")
    }
    let (sum, published) = (made.reduce(0, +), outputs().reduce(0, +))
    #expect(abs(sum - published) < 1e-3 * published)

    var paid = [Double](repeating: 1, count: accounts.industries.count)
    for index in accounts.homeUse.values.indices {
      let industry = accounts.homeUse.columns[index]
      paid[industry] -= accounts.homeUse.values[index] / accounts.industries[industry].output
    }
    var price = [Double](repeating: 0, count: accounts.commodities.count)
    for index in accounts.requirements.values.indices {
      price[accounts.requirements.columns[index]] +=
        accounts.requirements.values[index] * paid[accounts.requirements.rows[index]]
    }
    let made1 = zip(accounts.commodities, price).filter { $0.1 > 0 }
    #expect(made1.allSatisfy { abs($0.1 - 1) < 0.06 })
    #expect(made1.filter { abs($0.1 - 1) > 0.005 }.count <= 12)
  }

  /// Goods exports of the accounts with the trade and transport on them are near the Census Bureau's
  /// domestic exports of 2017, $1.32 tn of $1.55 tn with re-exports.
  @Test func exportsAreOfTheRightSize() {
    func sum(_ holds: (String) -> Bool) -> Double {
      accounts.commodities.filter { holds($0.code) }.reduce(0) { $0 + $1.exports }
    }
    let goods = sum { $0.hasPrefix("1") || $0.hasPrefix("21") || $0.hasPrefix("3") }
    #expect((0.95e12...1.1e12).contains(goods))
    #expect((1.1e12...1.4e12).contains(goods + sum { $0.hasPrefix("42") && $0 != "4200ID" }))
    #expect(accounts.commodities.allSatisfy { $0.exports >= 0 })
  }

  /// For a later year everything grows alike, so that coefficients stay.
  @Test func aLaterYearIsGrownAsAWhole() throws {
    let later = try #require(try EconomyAccounts.shipped(year: 2024))
    #expect(later.year == 2024 && accounts.grownBy == 1)
    // Personal consumption of 2024, $19,896 bn.
    let consumption = later.commodities.reduce(0) { $0 + $1.consumption }
    #expect(abs(consumption - 19_896_006e6) < 1e6)
    for (old, new) in zip(accounts.industries, later.industries) {
      #expect(abs(new.output - old.output * later.grownBy) < 1e-9 * new.output)
    }
    #expect(later.deciles.households == 132_216_000)
    #expect(try EconomyAccounts.shipped(year: 1990) == nil)
  }

  /// The lists of 2018 through the shipped accounts, with draws.
  @Test func theListsOf2018() throws {
    let action = try ActionLibrary.action("us-301-lists-1-3")
    let day = try #require(Day("2018-09-24"))
    let study = try ShippedStudy.study(economy: true)
    let impact = try study.assess(action, on: day, draws: DrawRequest(count: 20, seed: 4))
    let basis = try #require(impact.economy)
    let effect = try #require(impact.central.economy)
    // Near the federal reserve's estimate of the tariffs in place in February 2019, a tenth of a
    // point of consumers' prices (Hale, Hobijn, Nechio and Wilson 2019).
    #expect((0.0005...0.002).contains(effect.dollars.level))
    #expect(effect.dollars.cost > 0 && effect.dollars.cost < effect.percent.cost)
    // The accounts' imports cost about as much more as the model's.
    #expect((0.8...1.1).contains(effect.importCost / impact.central.accounts.firstOrderLoss))
    #expect(effect.unplacedCost < 0.01 * effect.importCost)
    let bearers = effect.bearers
    let all = bearers.consumers + bearers.otherFinalUsers + bearers.foreignBuyers
    #expect(
      (0.97...1.03).contains(all / (effect.importCost + impact.central.accounts.producersGain)))
    #expect(abs(bearers.consumers / effect.dollars.cost - 1) < 1e-3)
    let cost: Double = effect.deciles.reduce(0) { $0 + $1.cost } * accounts.deciles.households / 10
    #expect(abs(cost / effect.dollars.cost - 1) < 1e-12)
    #expect(effect.deciles[0].shareOfIncome > 2 * effect.deciles[9].shareOfIncome)
    let jobs = basis.allJobs(effect)
    #expect(jobs.protected > 0 && jobs.upstream > 0 && jobs.downstream < 0 && jobs.exports < 0)
    // Every draw goes through the economy with its own elasticities.
    let levels = try #require(impact.draws).outcomes.compactMap { $0.economy?.dollars.level }
    #expect(levels.count == 20 && Set(levels).count == 20)
    let level = impact.estimate { $0.economy?.dollars.level ?? .nan }
    let (low, high) = (try #require(level.low), try #require(level.high))
    #expect(low < level.value && level.value < high)
    // Without assumptions on the economy an impact ends at the border.
    let border = try ShippedStudy.study().assess(action, on: day)
    #expect(border.economy == nil && border.central.economy == nil)
    #expect(border.central.accounts == impact.central.accounts)
    #expect(try ActionLibrary.economy(of: "nowhere") == nil)
  }

  /// Where nothing responds, prices rise and no one sells less.
  @Test func theStaticHorizonHasPricesAndNoOutput() throws {
    let action = try ActionLibrary.action("us-301-list-1")
    let impact = try ShippedStudy.study(horizon: "static", economy: true).assess(
      action, on: action.on)
    let effect = try #require(impact.central.economy)
    #expect(effect.dollars.cost > 0 && effect.sources.homeProducers == 0)
    #expect(effect.exportsFromCosts == 0 && effect.output.allSatisfy { $0.total == 0 })
    #expect(abs(effect.importCost / impact.central.accounts.firstOrderLoss - 1) < 0.2)
  }

  /// On the imports of 2024, whose codes are later ones.
  @Test func theDutiesOf2025() throws {
    let action = try ActionLibrary.action("us-2025-04-09")
    let baseline = try #require(try ImportBaseline.shipped(action.baseline))
    let study = try ImpactStudy(
      try TariffGround(book: try ShippedStudy.ground.get().book, baseline: baseline),
      assumptions: try ActionLibrary.assumptions(action.assumptions),
      horizon: try ActionLibrary.horizon("one-year"),
      economy: try ActionLibrary.economy(of: action.importer))
    let impact = try study.assess(action, on: action.on)
    let effect = try #require(impact.central.economy)
    #expect(impact.economy?.accounts.year == 2024)
    #expect((0.8...1.2).contains(effect.importCost / impact.central.accounts.firstOrderLoss))
    #expect(effect.unplacedCost < 0.02 * effect.importCost)
    #expect((0.015...0.05).contains(effect.dollars.level))
  }
}
