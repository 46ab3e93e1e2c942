public import TradeAction

/// The elasticities and conventions with which a tariff is carried through the home economy.
public struct EconomyParameters: Hashable, Sendable {
  /// Between home goods and imports in a sector, as in the partial equilibrium.
  public var kappa: Double
  /// Elasticity of home supply by sector, as in the partial equilibrium.
  public var homeSupply: Double
  /// Elasticity of final demand at home for the goods and services of an industry; 1 keeps what is
  /// spent on them.
  public var finalDemand: Double
  /// Elasticity of foreign demand for exports, positive.
  public var exportDemand: Double
  /// The part of an indirect tax that income and payroll taxes lose.
  public var revenueOffset: Double

  public init(
    kappa: Double, homeSupply: Double, finalDemand: Double, exportDemand: Double,
    revenueOffset: Double
  ) {
    self.kappa = kappa
    self.homeSupply = homeSupply
    self.finalDemand = finalDemand
    self.exportDemand = exportDemand
    self.revenueOffset = revenueOffset
  }

  /// - Parameters:
  ///   - equilibrium: the elasticities of the partial equilibrium.
  ///   - economy: assumptions with `final-demand`, `export-demand` and `revenue-offset`.
  /// - Throws: ``ActionError`` naming a parameter that is missing or out of its range.
  public init(
    equilibrium: EquilibriumParameters, economy: Assumptions
  ) throws(ActionError) {
    func parameter(_ name: String, below limit: Double) throws(ActionError) -> Double {
      guard let value = economy.value(name), value >= 0, value < limit else {
        throw ActionError(
          message: "assumptions '\(economy.id)' must set '\(name)' from 0 to below \(limit)")
      }
      return value
    }
    self.init(
      kappa: equilibrium.kappa, homeSupply: equilibrium.homeSupply,
      finalDemand: try parameter("final-demand", below: 100),
      exportDemand: try parameter("export-demand", below: 100),
      revenueOffset: try parameter("revenue-offset", below: 1))
  }
}
