import Testing

import WorldModel

/// How much of an instrument cuts a bilateral deficit by a given amount.
@Suite struct TargetSearchTests {
  private let solver: EquilibriumSolver

  init() throws {
    let base = try RandomWorld(complete: true).draft(seed: 21).balanced()
    solver = try EquilibriumSolver(
      base, theta: base.sectors.indices.map { 3 + Double($0) },
      options: SolverOptions(tolerance: 1e-11))
  }

  @Test(arguments: [0.01, 0.1, 0.4])
  func aTargetWithinReachIsReached(share: Double) throws {
    let base = solver.base
    let before = BilateralGoods(base.trade, base, importer: 0, partner: 1)
    let target = share * before.imports
    let found = try TargetSearch(
      .uniformTariff(base, importer: 0, partner: 1), target: target, importer: 0, partner: 1,
      solver)
    #expect(found.isReached)
    #expect(found.use > 0)
    let after = BilateralGoods(found.equilibrium.trade, base, importer: 0, partner: 1)
    #expect((before.deficit - after.deficit - target).magnitude < 1e-6 * target)
  }

  @Test func aTargetOutOfReachSaysHowFarItGoes() throws {
    let base = solver.base
    let before = BilateralGoods(base.trade, base, importer: 0, partner: 1)
    let found = try TargetSearch(
      .partnerCuts(base, importer: 0, partner: 1), target: 10 * before.imports, importer: 0,
      partner: 1, solver)
    #expect(!found.isReached)
    #expect(found.cut < 10 * before.imports)
  }

  @Test func aPromiseIsKeptSectorBySector() throws {
    let base = solver.base
    let amounts = base.sectors.indices.map { sector in
      0.2 * base.trade[base.flow(sector: sector, importer: 1, exporter: 0)]
    }
    let kept = try PurchaseCommitment(amounts, buyer: 1, seller: 0, solver)
    for sector in base.sectors.indices where amounts[sector] > 0 {
      let flow = base.flow(sector: sector, importer: 1, exporter: 0)
      #expect(
        (kept.equilibrium.trade[flow] - base.trade[flow] - amounts[sector]).magnitude
          < 1e-6 * base.trade[flow])
      #expect(kept.shock.tariffs[flow] < base.tariffs[flow])
    }
  }

  @Test func aScaledBaseHasTheTradeAskedForAndBalances() throws {
    let base = try solver.base.scaled(importer: 0, partner: 1, imports: 9, exports: 4)
    let trade = BilateralGoods(base.trade, base, importer: 0, partner: 1)
    #expect((trade.imports - 9).magnitude < 1e-9)
    #expect((trade.exports - 4).magnitude < 1e-9)
    let same = try EquilibriumSolver(base, theta: solver.theta)
      .equilibrium(after: WorldShock(base))
    #expect(same.residual < 1e-12)
    // Other pairs trade as before.
    let flow = base.flow(sector: 1, importer: 2, exporter: 3)
    #expect(base.trade[flow] == solver.base.trade[flow])
  }
}
