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
}
