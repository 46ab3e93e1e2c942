public import TradeImpact
public import WorldModel

/// How an action is looked at in a world.
public struct WorldTerms: Sendable {
  public var retaliation: Retaliation
  public var deficits: DeficitRule
  public var labour: LabourMobility
  /// The name of the set of trade elasticities; the base's first when empty.
  public var thetaSet: String
  public var draws: DrawRequest?

  public init(
    retaliation: Retaliation = .none, deficits: DeficitRule = .fixed,
    labour: LabourMobility = .mobile, thetaSet: String = "", draws: DrawRequest? = nil
  ) {
    self.retaliation = retaliation
    self.deficits = deficits
    self.labour = labour
    self.thetaSet = thetaSet
    self.draws = draws
  }

  /// Games need derivatives, which need more digits than an equilibrium to be reported.
  package var options: SolverOptions {
    let isGame = retaliation == .bestResponse || retaliation == .nash
    return SolverOptions(
      deficits: deficits, labour: labour, tolerance: isGame ? 1e-12 : 1e-10)
  }
}
