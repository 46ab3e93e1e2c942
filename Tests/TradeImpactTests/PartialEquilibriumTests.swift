import Foundation
import TestSupport
import Testing
import TradeImpact

struct PartialEquilibriumTests {
  /// A random market of a few sectors, with zero cells and a sector without home sales.
  private func market(_ random: inout SplitMix, sectors: Int = 3) throws -> ImportMarket {
    func unit() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
    var sectorOfProduct: [Int] = []
    var productOfCell: [Int] = []
    var originOfCell: [Int] = []
    var value: [Double] = []
    var rate: [Double] = []
    for sector in 0..<sectors {
      for _ in 0..<3 {
        for origin in 0..<4 {
          productOfCell.append(sectorOfProduct.count)
          originOfCell.append(origin)
          value.append(unit() < 0.15 ? 0 : exp(8 * unit()))
          rate.append(unit() < 0.5 ? 0 : 0.3 * unit())
        }
        sectorOfProduct.append(sector)
      }
    }
    return try ImportMarket(
      sectors: (0..<sectors).map { "s\($0)" },
      homeSales: (0..<sectors).map { $0 == 0 ? nil : exp(9 * unit()) },
      sectorOfProduct: sectorOfProduct, productOfCell: productOfCell, originOfCell: originOfCell,
      originCount: 4, value: value,
      baseRate: rate)
  }

  private func shock(_ market: ImportMarket, _ random: inout SplitMix) -> [Double] {
    market.baseRate.map { base in
      let draw = Double(random.next() >> 11) / Double(1 << 53)
      return draw < 0.5 ? base : draw < 0.6 ? 0 : draw < 0.65 ? base + 5 : base + 0.5 * draw
    }
  }

  /// Elasticities of four kinds, with sigma by product and omega that differs between sectors.
  private func parameters(
    _ preset: Int, _ market: ImportMarket, _ random: inout SplitMix
  ) -> EquilibriumParameters {
    let (kappa, eta, omega, homeSupply): (Double, Double, Double, Double) =
      switch preset % 4 {
      case 0: (1.19, 1.53, 0, .infinity)
      case 1: (1.19, 1.53, 0.4, 1.5)
      case 2: (0.7, 2.5, 0.1, 0.5)
      default: (4, 0.8, 1.5, .infinity)
      }
    return EquilibriumParameters(
      sigma: market.sectorOfProduct.map { _ in
        1.2 + 6 * Double(random.next() >> 11) / Double(1 << 53)
      }, eta: eta, kappa: kappa,
      omega: market.sectors.indices.map { omega * (1 + 0.5 * Double($0)) },
      homeSupply: homeSupply)
  }

  @Test(arguments: 0..<60)
  func accountsAddUp(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let market = try market(&random)
    let model = try PartialEquilibrium(
      market: market, parameters: parameters(seed, market, &random))
    let rates = shock(market, &random)
    let response = try model.respond(to: rates)
    let a = response.accounts
    let scale = max(abs(a.buyersLoss), abs(a.revenue), abs(a.deadweightLoss), 1e-9)
    #expect(
      abs(a.buyersLoss - (a.revenue + a.producersGain + a.deadweightLoss - a.foreignLoss))
        < 1e-9 * scale)
    #expect(abs(a.netWelfare + a.buyersLoss - a.revenue - a.producersGain) < 1e-12 * scale)
    // Every dollar before is a dollar after less the change, and spending on a sector is fixed.
    let before = market.value.reduce(0, +)
    #expect(abs(response.value.reduce(0, +) - before - a.importsChange) < 1e-9 * before)
    for sector in market.sectors.indices {
      var old = market.homeSales[sector] ?? 0
      var new = old + response.homeSalesChange[sector]
      for cell in market.value.indices
      where market.sectorOfProduct[market.productOfCell[cell]] == sector {
        old += market.value[cell] * (1 + market.baseRate[cell])
        new += response.value[cell] * (1 + rates[cell])
      }
      #expect(abs(new - old) < 1e-9 * max(old, 1))
    }
    for cell in market.value.indices where market.value[cell] == 0 {
      #expect(response.value[cell] == 0)
    }
  }

  @Test(arguments: 0..<24)
  func anIndependentSolverAgrees(seed: Int) throws {
    var random = SplitMix(seed: UInt64(1000 + seed))
    let market = try market(&random)
    let parameters = parameters(seed, market, &random)
    let rates = shock(market, &random)
    let ours = try PartialEquilibrium(market: market, parameters: parameters).respond(to: rates)
    let theirs = ReferenceSolver(market: market, parameters: parameters).respond(to: rates)
    for cell in market.value.indices {
      #expect(abs(ours.value[cell] - theirs.value[cell]) <= 1e-10 * max(market.value[cell], 1))
    }
    for sector in market.sectors.indices {
      #expect(abs(ours.sectorPrice[sector] - theirs.sectorPrice[sector]) < 1e-10)
    }
  }

  @Test func nothingChangesWithoutAChange() throws {
    var random = SplitMix(seed: 7)
    let market = try market(&random)
    let model = try PartialEquilibrium(
      market: market, parameters: parameters(1, market, &random))
    let response = try model.respond(to: market.baseRate)
    #expect(response.value == market.value)
    #expect(response.accounts.buyersLoss == 0 && response.accounts.deadweightLoss == 0)
    #expect(response.accounts.revenue == 0 && response.accounts.importsChange == 0)
  }

  /// Small changes agree with the first-order formulas, to second order.
  @Test func smallChangesAreLinear() throws {
    var random = SplitMix(seed: 11)
    let market = try market(&random)
    let model = try PartialEquilibrium(
      market: market, parameters: parameters(0, market, &random))
    let step = 1e-6
    let response = try model.respond(to: market.baseRate.map { $0 + step })
    // With fixed foreign prices buyers lose the static duty, to first order.
    let first = market.value.reduce(0, +) * step
    #expect(abs(response.accounts.buyersLoss / first - 1) < 1e-4)
    #expect(abs(response.accounts.firstOrderLoss / first - 1) < 1e-9)
  }

  /// To the first order, with fixed prices abroad and at home: each cell by the closed form of the three
  /// nests, from shares alone.
  @Test(arguments: 0..<12)
  func smallChangesFollowTheClosedForm(seed: Int) throws {
    var random = SplitMix(seed: UInt64(300 + seed))
    let market = try market(&random)
    let p = parameters(0, market, &random)
    let step = 1e-7
    let moves = market.value.map { _ in Double(random.next() >> 11) / Double(1 << 53) < 0.5 }
    let rates = zip(market.baseRate, moves).map { $1 ? (1 + $0) * (1 + step) - 1 : $0 }
    let response = try PartialEquilibrium(market: market, parameters: p).respond(to: rates)
    func spending(_ cell: Int) -> Double { market.value[cell] * (1 + market.baseRate[cell]) }
    for sector in market.sectors.indices {
      let cells = market.value.indices.filter {
        market.sectorOfProduct[market.productOfCell[$0]] == sector && market.value[$0] > 0
      }
      let imports = cells.reduce(0) { $0 + spending($1) }
      guard imports > 0 else { continue }
      func rise(_ cells: [Int]) -> Double {
        let total = cells.reduce(0) { $0 + spending($1) }
        return cells.reduce(0) { $0 + (moves[$1] ? spending($1) : 0) } / total
      }
      let bundle = rise(cells)
      let price = bundle * imports / (imports + (market.homeSales[sector] ?? 0))
      for cell in cells {
        let product = market.productOfCell[cell]
        let good = rise(cells.filter { market.productOfCell[$0] == product })
        let own = moves[cell] ? 1.0 : 0
        let expected =
          (1 - p.sigma[product]) * (own - good) + (1 - p.eta) * (good - bundle)
          + (1 - p.kappa) * (bundle - price) - own
        let found = (response.value[cell] / market.value[cell] - 1) / step
        #expect(abs(found - expected) < 1e-5 * max(1, abs(expected)))
      }
    }
  }

  /// One product from one origin, no home sales: spending is fixed, so the customs value falls by
  /// the wedge and buyers lose spending times its log.
  @Test func oneOriginByHand() throws {
    let market = try ImportMarket(
      sectors: ["s"], homeSales: [nil], sectorOfProduct: [0], productOfCell: [0],
      originOfCell: [0], originCount: 1, value: [100], baseRate: [0])
    let model = try PartialEquilibrium(
      market: market,
      parameters: EquilibriumParameters(
        sigma: [2.53], eta: 1.53, kappa: 1.19, omega: [0], homeSupply: .infinity))
    let accounts = try model.respond(to: [0.25]).accounts
    #expect(abs(accounts.importsChange + 20) < 1e-9)
    #expect(abs(accounts.revenue - 20) < 1e-9)
    #expect(abs(accounts.buyersLoss - 100 * log(1.25)) < 1e-9)
    #expect(abs(accounts.deadweightLoss - (100 * log(1.25) - 20)) < 1e-9)
  }

  /// Two equal origins, one taxed: shares by hand.
  @Test func twoOriginsByHand() throws {
    let market = try ImportMarket(
      sectors: ["s"], homeSales: [nil], sectorOfProduct: [0], productOfCell: [0, 0],
      originOfCell: [0, 1], originCount: 2, value: [50, 50], baseRate: [0, 0])
    let model = try PartialEquilibrium(
      market: market,
      parameters: EquilibriumParameters(
        sigma: [3], eta: 1.53, kappa: 1.19, omega: [0], homeSupply: .infinity))
    let response = try model.respond(to: [1, 0])
    // Duty-inclusive shares are proportional to price^-2: 1/4 against 1.
    #expect(abs(response.value[0] - 100 * 0.2 / 2) < 1e-9)
    #expect(abs(response.value[1] - 80) < 1e-9)
  }

  @Test func figuresOutOfBoundsAreNamed() throws {
    func market(_ value: Double) throws -> ImportMarket {
      try ImportMarket(
        sectors: ["s"], homeSales: [nil], sectorOfProduct: [0], productOfCell: [0],
        originOfCell: [0], originCount: 1, value: [value], baseRate: [0])
    }
    #expect(throws: MarketError.self) { try market(-1) }
    let good = try market(1)
    func parameters(
      sigma: Double = 2, eta: Double = 1.5, kappa: Double = 1.2, omega: Double = 0,
      supply: Double = 1
    ) -> EquilibriumParameters {
      EquilibriumParameters(
        sigma: [sigma], eta: eta, kappa: kappa, omega: [omega], homeSupply: supply)
    }
    for bad in [
      parameters(sigma: 1), parameters(eta: 1), parameters(kappa: 0), parameters(omega: -0.1),
      parameters(supply: 0),
      EquilibriumParameters(sigma: [], eta: 2, kappa: 2, omega: [0], homeSupply: 1),
    ] {
      #expect(throws: EquilibriumError.self) {
        try PartialEquilibrium(market: good, parameters: bad)
      }
    }
    let model = try PartialEquilibrium(market: good, parameters: parameters())
    #expect(throws: EquilibriumError.rate(cell: 0)) { try model.respond(to: [-1]) }
  }

  /// The quadrature of draws is as good as said, also for steep goods and prohibitive duties.
  @Test(arguments: 0..<12)
  func fixedQuadratureIsClose(seed: Int) throws {
    var random = SplitMix(seed: UInt64(500 + seed))
    let market = try market(&random)
    let model = try PartialEquilibrium(
      market: market, parameters: parameters(seed, market, &random))
    let shock = try TariffShock(market, rates: shock(market, &random))
    var solver = ResponseSolver(market, shock)
    let settled = try solver.respond(model, deadweight: .settled).accounts
    let fixed = try solver.respond(model, deadweight: .fixed).accounts
    #expect(
      abs(settled.deadweightLoss - fixed.deadweightLoss)
        <= 1e-7 * max(abs(settled.deadweightLoss), abs(settled.revenue)))
    #expect(settled.buyersLoss == fixed.buyersLoss)
  }

  /// Solving the same shock again, after other elasticities, gives the same figures: nothing is left
  /// over in the memory that is used again.
  @Test func aSolverCanBeUsedAgain() throws {
    var random = SplitMix(seed: 77)
    let market = try market(&random)
    let first = try PartialEquilibrium(
      market: market, parameters: parameters(1, market, &random))
    let other = try PartialEquilibrium(
      market: market, parameters: parameters(2, market, &random))
    let shock = try TariffShock(market, rates: shock(market, &random))
    var solver = ResponseSolver(market, shock)
    let before = try solver.respond(first)
    _ = try solver.respond(other)
    let after = try solver.respond(first)
    #expect(before.value == after.value && before.price == after.price)
    #expect(before.accounts == after.accounts)
  }
}
