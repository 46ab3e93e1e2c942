/// What two players get for each pair of their choices.
public struct PayoffMatrix: Sendable {
  /// The names of the choices, the same for both players.
  public let choices: [String]
  /// The first player's rates by choice, then the second's.
  public let rates: [[[Double]]]
  /// Changes of real income in percent, by the first player's choice and the second's: the two players'.
  public let cells: [[Cell]]

  /// What comes of a pair of choices.
  public struct Cell: Sendable {
    public let first: Double
    public let second: Double
  }
}

extension TariffGame {
  /// The first two players' payoffs when each keeps the base's rates, lays what is best while the other
  /// keeps them, or lays its rates at rest.
  ///
  /// - Throws: ``EquilibriumError``.
  public func payoffs(at rest: Rest) throws(EquilibriumError) -> PayoffMatrix {
    let unchanged = given
    var rates: [[[Double]]] = []
    for (number, player) in players.prefix(2).enumerated() {
      let alone = try BestResponse(player, in: unchanged, solver)
      rates.append([[], alone.rates, rest.rates[number]])
    }
    let chosen = rates
    let pairs = (0..<9).map { [$0 / 3, $0 % 3] }
    let cells = try Parallel.map(pairs) { pair throws(EquilibriumError) in
      var shock = unchanged
      for (number, player) in players.prefix(2).enumerated() {
        player.lay(chosen[number][pair[number]], into: &shock)
      }
      let countries = try solver.equilibrium(after: shock).countries
      return PayoffMatrix.Cell(
        first: countries[players[0].importer].realIncome,
        second: countries[players[1].importer].realIncome)
    }
    return PayoffMatrix(
      choices: ["base", "optimum alone", "rest"], rates: chosen,
      cells: (0..<3).map { row in Array(cells[(row * 3)..<(row * 3 + 3)]) })
  }
}
