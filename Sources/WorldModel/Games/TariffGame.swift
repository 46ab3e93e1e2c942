/// Countries that each choose tariffs for their own real income.
public struct TariffGame: Sendable {
  public let solver: EquilibriumSolver
  public let players: [TariffInstrument]
  /// All tariffs, those that no player chooses among them.
  public let given: WorldShock

  /// - Parameter given: the tariffs that stand; the base's when none are given.
  public init(
    _ solver: EquilibriumSolver, players: [TariffInstrument], given: WorldShock? = nil
  ) {
    self.solver = solver
    self.players = players
    self.given = given ?? WorldShock(solver.base)
  }

  /// Where a search for rest begins.
  public struct Start: Sendable {
    public let name: String
    /// The rate every player begins with; `nil` for the base's.
    public let rate: Double?

    public init(name: String, rate: Double?) {
      self.name = name
      self.rate = rate
    }

    /// The base's rates, none, and as much again as the price.
    public static let usual = [
      Start(name: "base", rate: nil), Start(name: "free", rate: 0), Start(name: "double", rate: 1),
    ]
  }

  /// A point from which no player gains by changing its own tariffs.
  public struct Rest: Sendable {
    public let start: String
    /// By player and rate, as fractions.
    public let rates: [[Double]]
    public let equilibrium: Equilibrium
    /// Rounds of best responses.
    public let rounds: Int
    /// The largest change of a rate in the last round.
    public let movement: Double
    /// The least share of its base value that trade under a player's tariffs keeps.
    public let tradeLeft: Double
    /// The most a player gains by a deviation on the grid, in percent of real income; not above zero but
    /// for rounding.
    public let deviationGain: Double
    /// How many deviations were tried.
    public let deviations: Int

    /// Whether the game went to rest at tariffs that leave trade; the other rest, where nobody trades,
    /// also has no gain from deviating and says nothing.
    public var isInterior: Bool { movement < 1e-5 && tradeLeft > 0.01 }
  }

  /// Best responses in turns from several starts until no rate moves, each rest checked on a grid.
  ///
  /// - Throws: ``EquilibriumError`` when a start has no equilibrium.
  public func rests(
    from starts: [Start] = Start.usual, rounds limit: Int = 60
  ) throws(EquilibriumError) -> [Rest] {
    var found: [Rest] = []
    for start in starts { found.append(try rest(from: start, limit)) }
    return found
  }

  private func rest(from start: Start, _ limit: Int) throws(EquilibriumError) -> Rest {
    var shock = given
    var rates = players.map { player in
      player.standing(in: shock, solver.base).map { start.rate ?? $0 }
    }
    for (player, values) in zip(players, rates) { player.lay(values, into: &shock) }
    var equilibrium = try solver.equilibrium(after: shock)
    var movement = Double.infinity
    var rounds = 0
    while movement > 1e-7, rounds < limit {
      rounds += 1
      movement = 0
      for (number, player) in players.enumerated() {
        let response = try BestResponse(
          player, in: shock, solver, from: rates[number], near: equilibrium)
        for (old, new) in zip(rates[number], response.rates) {
          movement = max(movement, (new - old).magnitude)
        }
        rates[number] = response.rates
        player.lay(response.rates, into: &shock)
        equilibrium = response.equilibrium
      }
    }
    let grid = try deviations(from: rates, shock, equilibrium)
    return Rest(
      start: start.name, rates: rates, equilibrium: equilibrium, rounds: rounds,
      movement: movement, tradeLeft: tradeLeft(equilibrium), deviationGain: grid.gain,
      deviations: grid.count)
  }

  private func tradeLeft(_ equilibrium: Equilibrium) -> Double {
    players.map { player in
      let flows = player.rates.flatMap(\.flows)
      let before = flows.reduce(0) { $0 + solver.base.trade[$1] }
      return flows.reduce(0) { $0 + equilibrium.trade[$1] } / before
    }.min() ?? 1
  }

  /// Each player's other choices: every rate alone at levels from nothing to three times the price, all
  /// rates scaled together, and all at one level.
  private func deviations(
    from rates: [[Double]], _ shock: WorldShock, _ equilibrium: Equilibrium
  ) throws(EquilibriumError) -> (gain: Double, count: Int) {
    var tries: [(player: Int, rates: [Double])] = []
    for number in players.indices {
      tries += Self.otherChoices(than: rates[number]).map { (number, $0) }
    }
    let held = equilibrium.logRealIncome
    let gains = try Parallel.map(tries) { attempt throws(EquilibriumError) -> Double in
      let player = players[attempt.player]
      var other = shock
      player.lay(attempt.rates, into: &other)
      let income = try solver.equilibrium(after: other, near: equilibrium).logRealIncome
      return 100 * (income[player.importer] - held[player.importer])
    }
    return (gains.max() ?? 0, tries.count)
  }

  private static func otherChoices(than rates: [Double]) -> [[Double]] {
    let levels = [0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 3]
    let factors = [0, 0.5, 0.8, 0.9, 0.95, 1.05, 1.1, 1.25, 1.5, 2]
    var choices = factors.map { factor in rates.map { $0 * factor } }
    choices += levels.map { level in rates.map { _ in level } }
    for rate in rates.indices where rates.count > 1 {
      for value in levels + [0.9, 0.98, 1.02, 1.1].map({ $0 * rates[rate] }) {
        var changed = rates
        changed[rate] = value
        choices.append(changed)
      }
    }
    return choices
  }
}
