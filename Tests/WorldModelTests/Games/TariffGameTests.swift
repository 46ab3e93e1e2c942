import Testing

import WorldModel

/// Points from which no player gains by changing its own tariffs.
@Suite struct TariffGameTests {
  private func game(seed: Int) throws -> TariffGame {
    let base = try RandomWorld(countries: 3, complete: true).draft(seed: seed).balanced()
    let solver = try EquilibriumSolver(
      base, theta: base.sectors.indices.map { 3 + 1.5 * Double($0) },
      options: SolverOptions(deficits: .balanced, tolerance: 1e-12))
    return TariffGame(
      solver,
      players: [
        .bySector(solver.base, importer: 0, partners: [1]),
        .bySector(solver.base, importer: 1, partners: [0]),
      ])
  }

  @Test(arguments: 0..<5)
  func startsLeadToOneInteriorRest(seed: Int) throws {
    let game = try game(seed: seed)
    let rests = try game.rests()
    #expect(rests.count == 3)
    for rest in rests {
      #expect(rest.isInterior)
      #expect(rest.deviationGain < 1e-7)
      #expect(rest.deviations > 50)
      for (one, other) in zip(rest.rates.joined(), rests[0].rates.joined()) {
        #expect((one - other).magnitude < 1e-4)
      }
    }
  }

  /// Where nobody trades nobody gains by a small change either: such a rest is told apart.
  @Test func aRestWithoutTradeIsNotInterior() throws {
    let game = try game(seed: 1)
    let shut = try #require(
      try game.rests(from: [TariffGame.Start(name: "shut", rate: 10)], rounds: 0).first)
    #expect(shut.tradeLeft < 0.01)
    #expect(!shut.isInterior)
  }

  /// Each player's optimum alone gains against the base; at rest the sum is less than at the base.
  @Test(arguments: 0..<4)
  func thePayoffsAreAPrisonersDilemmaOrAtLeastALoss(seed: Int) throws {
    let game = try game(seed: seed)
    let rest = try #require(try game.rests(from: [.usual[0]]).first)
    let matrix = try game.payoffs(at: rest)
    #expect(matrix.cells[0][0].first.magnitude < 1e-7)
    #expect(matrix.cells[1][0].first >= 0)
    #expect(matrix.cells[0][1].second >= 0)
    // The first player's best answer to the second's rates at rest is its own at rest.
    #expect(matrix.cells[2][2].first >= matrix.cells[1][2].first - 1e-7)
    #expect(matrix.cells[2][2].first >= matrix.cells[0][2].first - 1e-7)
    let incomes = rest.equilibrium.countries.map(\.realIncome)
    #expect((matrix.cells[2][2].first - incomes[0]).magnitude < 1e-7)
  }

  @Test func theCurvePassesThroughTheRestOfUniformTariffs() throws {
    let solver = try game(seed: 2).solver
    let game = TariffGame(
      solver,
      players: [
        .uniform(solver.base, importer: 0, partners: [1]),
        .uniform(solver.base, importer: 1, partners: [0]),
      ])
    let rest = try #require(try game.rests(from: [.usual[0]]).first)
    let curve = try game.responseCurve(of: 0, to: 1, levels: [0, rest.rates[1][0], 0.5])
    #expect(curve.points.map(\.given) == [0, rest.rates[1][0], 0.5])
    #expect((curve.points[1].best - rest.rates[0][0]).magnitude < 1e-4)
  }
}
