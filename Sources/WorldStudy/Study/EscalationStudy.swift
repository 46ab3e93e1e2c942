public import WorldModel

/// The world after each round of an escalation.
public struct EscalationStudy: Sendable {
  public let world: ShippedWorld
  public let importer: Int
  public let rounds: [Round]

  /// What stands after a round.
  public struct Round: Sendable {
    public let name: String
    public let equilibrium: Equilibrium
  }

  /// - Parameter rounds: names and all tariffs that stand after each.
  /// - Throws: ``EquilibriumError``.
  public init(
    _ rounds: [(name: String, shock: WorldShock)], by importer: Int, on world: ShippedWorld,
    theta: [Double], options: SolverOptions
  ) throws(EquilibriumError) {
    self.world = world
    self.importer = importer
    let solver = try EquilibriumSolver(world.base, theta: theta, options: options)
    var found: [Round] = []
    for round in rounds {
      found.append(
        Round(
          name: round.name,
          equilibrium: try solver.equilibrium(after: round.shock, near: found.last?.equilibrium)))
    }
    self.rounds = found
  }
}
