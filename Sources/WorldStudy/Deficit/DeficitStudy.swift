public import WorldModel

/// How each instrument of a plan reaches a cut of a bilateral deficit, and what it costs.
public struct DeficitStudy: Sendable {
  /// The base, scaled when the plan says so.
  public let base: WorldBase
  public let importer: Int
  public let partner: Int
  /// In the base's money.
  public let target: Double
  /// Goods trade of the two in the base.
  public let before: BilateralGoods
  public let outcomes: [Outcome]

  /// What an instrument is, as tariffs.
  public struct Instrument: Sendable {
    public let name: String
    public let way: Way

    public init(name: String, way: Way) {
      self.name = name
      self.way = way
    }

    /// How tariffs follow from the use that is made of it.
    public enum Way: Sendable {
      /// More or less of tariffs.
      case tariffs(DeficitInstrument)
      /// Added purchases of the partner by sector, in the base's money; more or less of them.
      case purchases([Double])
    }
  }

  /// What an instrument does at the use that reaches the target, or at the one that cuts most; used once where any
  /// use raises the deficit.
  public struct Outcome: Sendable {
    public let name: String
    public let unit: String
    public let use: Double
    public let isReached: Bool
    /// Why the target is not reached.
    public let reason: String?
    /// The cut by buyers' choices alone, at the base's wages, costs and spending.
    public let gross: Double
    /// The cut after diversion through the world's markets.
    public let net: Double
    /// The cut when the countries that are hit lay the same on the importer's goods.
    public let answered: Double
    /// The change of the importer's total balance by rule: what the rule assumes, not a finding.
    public let totals: [(rule: DeficitRule, change: Double)]
    public let equilibrium: Equilibrium
    public let answer: ActionAnswer
  }

  /// - Throws: ``EquilibriumError``.
  public init(
    _ instruments: [Instrument], target: Double, importer: Int, partner: Int, base: WorldBase,
    theta: [Double], options: SolverOptions
  ) throws(EquilibriumError) {
    self.base = base
    self.importer = importer
    self.partner = partner
    self.target = target
    before = BilateralGoods(base.trade, base, importer: importer, partner: partner)
    let solver = try EquilibriumSolver(base, theta: theta, options: options)
    let search = DeficitSearch(
      solver: solver, importer: importer, partner: partner, target: target)
    outcomes = try Parallel.map(instruments) { instrument throws(EquilibriumError) in
      try search.outcome(of: instrument)
    }
  }
}
