import Testing

import WorldModel

/// What the countries that an action hits do back.
@Suite struct ActionAnswerTests {
  private let solver: EquilibriumSolver
  private let action: WorldShock

  init() throws {
    let base = try RandomWorld(countries: 5, complete: true).draft(seed: 11).balanced()
    solver = try EquilibriumSolver(
      base, theta: base.sectors.indices.map { 3 + Double($0) },
      options: SolverOptions(tolerance: 1e-12))
    var action = WorldShock(base)
    for exporter in [1, 2] {
      action.tariffs[base.flow(sector: 0, importer: 0, exporter: exporter)] += 0.25
    }
    self.action = action
  }

  @Test func noneLeavesTheTariffsAsTheyAre() throws {
    let answer = try ActionAnswer(.none, to: action, by: 0, solver)
    #expect(answer.shock.tariffs == action.tariffs)
    #expect(answer.answering.isEmpty)
  }

  @Test func reciprocalMirrorsTheChangeOnTheRightPairsOnly() throws {
    let base = solver.base
    let answer = try ActionAnswer(.reciprocal, to: action, by: 0, solver)
    #expect(Set(answer.answering) == [1, 2])
    for flow in base.trade.indices {
      let change = answer.shock.tariffs[flow] - action.tariffs[flow]
      let (importer, exporter) = (
        flow / base.countryCount % base.countryCount, flow % base.countryCount
      )
      let isMirrored =
        exporter == 0 && [1, 2].contains(importer)
        && flow / base.countryCount / base.countryCount == 0
      #expect((change - (isMirrored ? 0.25 : 0)).magnitude < 1e-12)
    }
  }

  @Test func aBestResponseIsBetterForThoseWhoGiveIt() throws {
    let alone = try ActionAnswer(.none, to: action, by: 0, solver).equilibrium
    let answer = try ActionAnswer(.bestResponse, to: action, by: 0, solver)
    #expect(try #require(answer.rest).deviationGain < 1e-7)
    let both = zip(
      [1, 2].map { answer.equilibrium.logRealIncome[$0] }, [1, 2].map { alone.logRealIncome[$0] })
    #expect(both.contains { $0 > $1 })
    // The action's own rates stand.
    for exporter in [1, 2] {
      let flow = solver.base.flow(sector: 0, importer: 0, exporter: exporter)
      #expect(answer.shock.tariffs[flow] == action.tariffs[flow])
    }
  }

  @Test func nashGivesUpTheActionsRates() throws {
    let answer = try ActionAnswer(.nash, to: action, by: 0, solver)
    let rest = try #require(answer.rest)
    #expect(rest.isInterior)
    #expect(rest.deviationGain < 1e-7)
    let flow = solver.base.flow(sector: 0, importer: 0, exporter: 1)
    #expect(answer.shock.tariffs[flow] != action.tariffs[flow])
  }
}
