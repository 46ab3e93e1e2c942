/// Trade after a shock before anything but buyers' choices moves: at the base's wages, costs and spending by
/// sector.
///
/// What an instrument does before diversion through wages, prices of inputs and incomes; the world model's
/// own counterpart of a partial equilibrium.
public struct FirstRound: Sendable {
  /// Net of tariff, by sector, importer, exporter.
  public let trade: [Double]

  public init(_ shock: WorldShock, _ solver: EquilibriumSolver) {
    let map = EquilibriumMap(
      solver.base, shock, theta: solver.theta, options: solver.options, share: 1)
    trade = map.accounts(at: [Double](repeating: 0, count: map.layout.count)).trade
  }
}
