import TestSupport
import Testing
import TradeImpact

struct GsimModelTests {
  /// The worked example of Francois and Hall (2003): exporters in rows, importers in columns, United
  /// States, Japan, European Union, rest of the world.
  private static let trade: [[Double]] = [
    [0, 50, 200, 300], [500, 0, 150, 200], [300, 100, 200, 200], [50, 100, 110, 20],
  ]
  private static let before: [[Double]] = [
    [1, 1.21, 1.41, 1.22], [1.37, 1, 1.31, 1.23], [1.32, 1.36, 1, 1.18], [1.57, 1.41, 1.25, 1.15],
  ]

  private static var after: [[Double]] {
    var powers = before
    powers[0][2] = 1
    powers[2][0] = 1
    return powers
  }

  private func model() throws -> GsimModel {
    try GsimModel(demand: -1.25, supply: 1.5, substitution: 5)
  }

  /// World prices as published, to four digits.
  @Test func thePublishedExampleComesOut() throws {
    let response = try model().respond(
      trade: Self.trade, before: Self.before, after: Self.after)
    for (price, published) in zip(response.worldPrice, [0.0792, -0.0316, 0.0480, -0.0184]) {
      #expect(abs(price - published) < 0.00005)
    }
  }

  /// Surpluses and revenue of the example by the formulas of the paper, computed apart from this code;
  /// the paper's own figures for them are not held here.
  @Test func theWelfareOfTheExample() throws {
    let response = try model().respond(
      trade: Self.trade, before: Self.before, after: Self.after)
    let tables: [([Double], [Double])] = [
      (response.producerSurplus, [46.14, -26.24, 39.82, -5.07]),
      (response.consumerSurplus, [105.47, -8.59, 61.45, -31.38]),
      (response.revenue, [-138.52, 0.62, -93.84, -2.87]),
      (response.netWelfare, [13.09, -34.21, 7.43, -39.32]),
    ]
    for (ours, apart) in tables {
      #expect(zip(ours, apart).allSatisfy { abs($0 - $1) < 0.0051 })
    }
  }

  @Test func everyMarketClears() throws {
    let response = try model().respond(
      trade: Self.trade, before: Self.before, after: Self.after)
    for exporter in 0..<4 {
      let sales = Self.trade[exporter].reduce(0, +)
      let demanded = (0..<4).reduce(0) {
        $0 + Self.trade[exporter][$1] * response.quantity[exporter][$1]
      }
      #expect(abs(demanded - sales * 1.5 * response.worldPrice[exporter]) < 1e-9 * sales)
    }
  }

  /// Any number of countries, any duties: what importers ask for is what exporters supply.
  @Test(arguments: 0..<50)
  func randomMarketsClear(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    func unit() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
    let count = 2 + seed % 6
    func table(_ entry: () -> Double) -> [[Double]] {
      (0..<count).map { _ in (0..<count).map { _ in entry() } }
    }
    let trade = table { unit() < 0.2 ? 0 : 100 * unit() }
    let (before, after) = (table { 1 + unit() }, table { 1 + unit() })
    let supply = 0.5 + 3 * unit()
    let response = try GsimModel(
      demand: -0.5 - unit(), supply: supply, substitution: 2 + 5 * unit()
    )
    .respond(trade: trade, before: before, after: after)
    for exporter in 0..<count {
      let demanded = (0..<count).reduce(0) {
        $0 + trade[exporter][$1] * response.quantity[exporter][$1]
      }
      let supplied = trade[exporter].reduce(0, +) * supply * response.worldPrice[exporter]
      #expect(abs(demanded - supplied) < 1e-8)
    }
  }

  /// A duty on all origins is shared by the slopes of supply and demand; of a duty on one of two the
  /// buyers bear less, as they can turn to the other.
  @Test func theBuyersShareDependsOnWhoIsTaxed() throws {
    let market = try ImportMarket(
      sectors: ["s"], homeSales: [nil], sectorOfProduct: [0], productOfCell: [0, 0],
      originOfCell: [0, 1], originCount: 2, value: [100, 300], baseRate: [0, 0])
    func passThrough(_ rates: [Double]) throws -> Double? {
      try model().outcome(market, TariffShock(market, rates: rates)).passThrough
    }
    let all = try #require(try passThrough([0.1, 0.1]))
    #expect(abs(all - 1.5 / 2.75) < 1e-12)
    // With composite c = theta T X / (X - E): (p + T) / T = ((E + s) c / T + X) / (X + s).
    let one = try #require(try passThrough([0.1, 0]))
    #expect(abs(one - (3.75 * 0.25 * 1.5 / 2.75 + 1.5) / 6.5) < 1e-12)
    #expect(try passThrough([0, 0]) == nil)
  }

  @Test func nothingChangesWithoutAChange() throws {
    let response = try model().respond(
      trade: Self.trade, before: Self.before, after: Self.before)
    #expect(response.worldPrice.allSatisfy { $0 == 0 })
    #expect(response.netWelfare.allSatisfy { abs($0) < 1e-12 })
  }

  /// The closed form for one market is the general model with one importer that sells nothing.
  @Test(arguments: 0..<20)
  func oneMarketIsASpecialCase(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    func unit() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
    let origins = 4
    let value = (0..<origins).map { _ in 1 + 99 * unit() }
    let base = (0..<origins).map { _ in unit() < 0.5 ? 0 : 0.2 * unit() }
    let rates = base.map { unit() < 0.5 ? $0 : $0 + 0.3 * unit() }
    let market = try ImportMarket(
      sectors: ["s"], homeSales: [nil], sectorOfProduct: [0],
      productOfCell: Array(repeating: 0, count: origins), originOfCell: Array(0..<origins),
      originCount: origins, value: value, baseRate: base)
    guard rates != base else { return }
    let outcome = try model().outcome(market, TariffShock(market, rates: rates))
    // Countries 0 to 3 sell to country 4.
    func table(_ column: [Double], _ rest: Double) -> [[Double]] {
      (0...origins).map { row in
        (0...origins).map { $0 == origins && row < origins ? column[row] : rest }
      }
    }
    let response = try model().respond(
      trade: table(value, 0), before: table(base.map { 1 + $0 }, 1),
      after: table(rates.map { 1 + $0 }, 1))
    for origin in 0..<origins {
      let new =
        value[origin] * (1 + response.worldPrice[origin])
        * (1 + response.quantity[origin][origins])
      #expect(abs(outcome.importsChange[origin] - (new - value[origin])) < 1e-9)
    }
    #expect(abs(outcome.accounts.buyersLoss + response.consumerSurplus[origins]) < 1e-9)
    #expect(abs(outcome.accounts.revenue - response.revenue[origins]) < 1e-9)
    #expect(
      abs(outcome.accounts.foreignLoss + response.producerSurplus.reduce(0, +)) < 1e-9)
    #expect(
      abs(outcome.accounts.deadweightLoss + response.netWelfare.reduce(0, +)) < 1e-9)
    let charged = (0..<origins).filter { rates[$0] != base[$0] }
    let laid = charged.reduce(0) { $0 + value[$1] * (rates[$1] - base[$1]) }
    let paid = charged.reduce(laid) {
      $0 + value[$1] * (1 + base[$1]) * response.worldPrice[$1]
    }
    #expect(abs((outcome.passThrough ?? .nan) - paid / laid) < 1e-9)
  }

  @Test func tablesOfOtherShapesAreRefused() throws {
    #expect(throws: EquilibriumError.self) {
      try model().respond(trade: [[1, 2]], before: [[1, 1]], after: [[1, 1]])
    }
    #expect(throws: EquilibriumError.self) {
      try model().respond(trade: [[-1]], before: [[1]], after: [[1]])
    }
    #expect(throws: EquilibriumError.self) {
      try GsimModel(demand: 1, supply: 1.5, substitution: 5)
    }
  }
}
