/// The best uniform tariff of one player for each uniform tariff of another.
public struct ResponseCurve: Sendable {
  public let player: Int
  public let opponent: Int
  public let points: [Point]

  /// One answer.
  public struct Point: Sendable {
    /// The opponent's rate.
    public let given: Double
    /// The player's best rate.
    public let best: Double
    /// Changes of real income against the base, in percent.
    public let playerIncome: Double
    public let opponentIncome: Double
  }
}

extension TariffGame {
  /// The answers of one player to levels of another's tariffs, all its rates at the level.
  ///
  /// - Throws: ``EquilibriumError``.
  public func responseCurve(
    of player: Int, to opponent: Int, levels: [Double]
  ) throws(EquilibriumError) -> ResponseCurve {
    let own = players[player]
    let other = players[opponent]
    let points = try Parallel.map(levels) { level throws(EquilibriumError) in
      var shock = given
      other.lay(other.rates.map { _ in level }, into: &shock)
      let response = try BestResponse(own, in: shock, solver)
      let countries = response.equilibrium.countries
      return ResponseCurve.Point(
        given: level, best: own.meanRate(response.rates, solver.base),
        playerIncome: countries[own.importer].realIncome,
        opponentIncome: countries[other.importer].realIncome)
    }
    return ResponseCurve(player: player, opponent: opponent, points: points)
  }
}

extension TariffInstrument {
  /// The mean of rates by base trade.
  package func meanRate(_ values: [Double], _ base: WorldBase) -> Double {
    var trade = 0.0
    var duty = 0.0
    for (rate, value) in zip(rates, values) {
      let flows = rate.flows.reduce(0) { $0 + base.trade[$1] }
      trade += flows
      duty += flows * value
    }
    return trade > 0 ? duty / trade : 0
  }
}
