/// The elasticities of the partial equilibrium above the product.
///
/// Names after Fajgelbaum, Goldberg, Kennedy and Khandelwal (2020), "The Return to Protectionism",
/// Quarterly Journal of Economics 135(1), section IV.
public struct EquilibriumParameters: Hashable, Sendable {
  /// Between home goods and imports in a sector.
  public var kappa: Double
  /// Between imported products in a sector.
  public var eta: Double
  /// Inverse elasticity of foreign export supply; zero is a price that does not move, so that the
  /// whole duty passes through.
  public var omega: Double
  /// Elasticity of home supply by sector; infinite keeps home prices.
  public var homeSupply: Double

  public init(kappa: Double, eta: Double, omega: Double, homeSupply: Double) {
    self.kappa = kappa
    self.eta = eta
    self.omega = omega
    self.homeSupply = homeSupply
  }
}
