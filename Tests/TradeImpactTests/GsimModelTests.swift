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
