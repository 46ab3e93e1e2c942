import TestSupport
import Testing
import TradeImpact

struct SmartModelTests {
  private func good(_ random: inout SplitMix) -> (imports: [Double], rises: [Double]) {
    func unit() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
    let imports = (0..<5).map { _ in unit() < 0.2 ? 0 : 100 * unit() }
    // From a duty of 30% taken away to one of 300% laid.
    let rises = (0..<5).map { _ in unit() < 0.4 ? 0 : unit() < 0.5 ? -0.3 * unit() : 3 * unit() }
    return (imports, rises)
  }

  @Test(arguments: 0..<200)
  func diversionSumsToZeroAndNoFlowIsNegative(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let (imports, rises) = good(&random)
    let flows = try SmartModel(demand: -1.6, substitution: 1.5, supply: .infinity)
      .flows(imports, rises: rises)
    let total = imports.reduce(0, +)
    #expect(abs(flows.reduce(0) { $0 + $1.diversion }) <= 1e-12 * max(total, 1))
    for (old, flow) in zip(imports, flows) {
      #expect(old + flow.creation + flow.diversion >= -1e-12)
    }
  }

  /// Doubling the demand elasticity doubles creation and leaves diversion alone.
  @Test func demandMovesCreationOnly() throws {
    let imports: [Double] = [100, 50, 25]
    let rises = [0.25, 0, -0.05]
    func flows(_ demand: Double) throws -> [SmartModel.Flow] {
      try SmartModel(demand: demand, substitution: 1.5, supply: .infinity)
        .flows(imports, rises: rises)
    }
    for (once, twice) in zip(try flows(-0.8), try flows(-1.6)) {
      #expect(abs(twice.creation - 2 * once.creation) < 1e-12)
      #expect(twice.diversion == once.diversion)
    }
  }

  /// Laird and Yeats: one partner whose duty is cut, `Mp Mn r s / (Mp + Mn + Mp r s)`.
  @Test func oneCutIsTheirFormula() throws {
    let (partner, others, cut, s) = (40.0, 160.0, 0.1, 1.5)
    let flows = try SmartModel(demand: -1, substitution: s, supply: .infinity)
      .flows([partner, others], rises: [-cut, 0])
    let theirs = partner * others * cut * s / (partner + others + partner * cut * s)
    #expect(abs(flows[0].diversion - theirs) < 1e-12)
    #expect(abs(flows[0].creation - partner * cut) < 1e-12 && flows[1].creation == 0)
  }

  /// Whatever duties go on and off, with foreign prices that move or stay: no imports below nothing, and
  /// the changes by origin are creation, the price effect, and a diversion that comes to nothing.
  @Test(arguments: 0..<100)
  func randomMarketsStayImports(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    func unit() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
    let (goods, origins) = (6, 4)
    let cells = goods * origins
    let value = (0..<cells).map { _ in unit() < 0.2 ? 0 : 100 * unit() }
    let base = (0..<cells).map { _ in 0.3 * unit() }
    let rates = base.map { unit() < 0.4 ? $0 : unit() < 0.5 ? $0 * unit() : $0 + 4 * unit() }
    let market = try ImportMarket(
      sectors: ["s"], homeSales: [nil], sectorOfProduct: Array(repeating: 0, count: goods),
      productOfCell: (0..<cells).map { $0 / origins },
      originOfCell: (0..<cells).map { $0 % origins },
      originCount: origins, value: value, baseRate: base)
    let model = try SmartModel(
      demand: -3 * unit() - 0.1, substitution: 4 * unit(),
      supply: seed.isMultiple(of: 2) ? .infinity : 0.2 + 4 * unit())
    let outcome = try model.outcome(market, TariffShock(market, rates: rates))
    for origin in 0..<origins {
      let before = stride(from: origin, to: cells, by: origins).reduce(0) { $0 + value[$1] }
      #expect(before + outcome.importsChange[origin] >= -1e-9)
    }
    #expect(abs(outcome.importsChange.reduce(0, +) - outcome.accounts.importsChange) < 1e-9)
    let creation = (0..<goods).reduce(0) { sum, good in
      let run = good * origins..<(good + 1) * origins
      return model.flows(
        run.map { value[$0] }, rises: run.map { (1 + rates[$0]) / (1 + base[$0]) - 1 }
      ).reduce(sum) { $0 + $1.creation }
    }
    #expect(abs(outcome.creation - creation) < 1e-9)
    let still = zip(value, zip(base, rates)).reduce(0) { $0 + $1.0 * ($1.1.1 - $1.1.0) }
    #expect(abs(outcome.accounts.revenueStatic - still) < 1e-9)
  }

  @Test func nothingChangesWithoutAChange() throws {
    let market = try ImportMarket(
      sectors: ["s"], homeSales: [nil], sectorOfProduct: [0], productOfCell: [0, 0],
      originOfCell: [0, 1], originCount: 2, value: [100, 40], baseRate: [0.1, 0])
    let model = try SmartModel(demand: -1.6, substitution: 1.5, supply: 2)
    let outcome = model.outcome(market, try TariffShock(market, rates: market.baseRate))
    let accounts = outcome.accounts
    #expect(
      [accounts.importsChange, accounts.revenue, accounts.buyersLoss, accounts.foreignLoss]
        == [0, 0, 0, 0] && accounts.deadweightLoss == 0)
    #expect(outcome.importsChange == [0, 0] && outcome.passThrough == nil)
    let flows = model.flows([100, 40], rises: [0, 0])
    #expect(flows.allSatisfy { $0.creation == 0 && $0.diversion == 0 })
  }

  @Test func finiteSupplySharesTheDuty() throws {
    let market = try ImportMarket(
      sectors: ["s"], homeSales: [nil], sectorOfProduct: [0], productOfCell: [0],
      originOfCell: [0], originCount: 1, value: [100], baseRate: [0])
    let shock = try TariffShock(market, rates: [0.1])
    let whole = try SmartModel(demand: -1, substitution: 1.5, supply: .infinity)
      .outcome(market, shock)
    let half = try SmartModel(demand: -1, substitution: 1.5, supply: 1).outcome(market, shock)
    #expect(whole.passThrough == 1 && half.passThrough == 0.5)
    #expect(whole.accounts.foreignLoss == 0 && half.accounts.foreignLoss > 0)
    #expect(abs(half.creation - whole.creation / 2) < 1e-12)
    // Half of the 10% falls on the foreign price of what is still sold, 100 less the creation of 5.
    #expect(whole.priceEffect == 0 && abs((half.priceEffect ?? 0) + 0.05 * 95) < 1e-12)
    #expect(abs(half.importsChange[0] + 5 + 0.05 * 95) < 1e-12)
    #expect(abs(half.accounts.revenue - 0.1 * (100 - 5) * 0.95) < 1e-12)
    // On a supply of elasticity 1 the foreign price falls as the quantity does.
    #expect(abs(half.accounts.foreignLoss - 0.05 * (100 - 5 / 2)) < 1e-12)
    // The triangle of creation.
    #expect(abs(whole.accounts.deadweightLoss - 0.05 * 10) < 1e-12)
    #expect(throws: EquilibriumError.self) {
      try SmartModel(demand: 0.5, substitution: 1.5, supply: 1)
    }
  }
}
