/// The elasticities of the partial equilibrium.
///
/// Names after Fajgelbaum, Goldberg, Kennedy and Khandelwal (2020), "The Return to Protectionism",
/// Quarterly Journal of Economics 135(1), section IV.
public struct EquilibriumParameters: Hashable, Sendable {
  /// Between origins of a product, one a product; above 1.
  public var sigma: [Double]
  /// Between imported products in a sector.
  public var eta: Double
  /// Between home goods and imports in a sector.
  public var kappa: Double
  /// Inverse elasticity of foreign export supply, one a sector; zero is a price that does not move, so
  /// that the whole duty passes through.
  public var omega: [Double]
  /// Elasticity of home supply by sector; infinite keeps home prices.
  public var homeSupply: Double

  public init(
    sigma: [Double], eta: Double, kappa: Double, omega: [Double], homeSupply: Double
  ) {
    self.sigma = sigma
    self.eta = eta
    self.kappa = kappa
    self.omega = omega
    self.homeSupply = homeSupply
  }

  /// - Throws: ``EquilibriumError/parameter(_:)`` naming the first that is out of range.
  func check(products: Int, sectors: Int) throws(EquilibriumError) {
    func check(_ holds: Bool, _ text: String) throws(EquilibriumError) {
      guard holds else { throw .parameter(text) }
    }
    try check(sigma.count == products, "sigma must be one a product")
    try check(sigma.allSatisfy { $0 > 1 && $0.isFinite }, "sigma must be above 1")
    try check(eta > 0 && eta != 1 && eta.isFinite, "eta must be positive and not 1")
    try check(kappa > 0 && kappa != 1 && kappa.isFinite, "kappa must be positive and not 1")
    try check(omega.count == sectors, "omega must be one a sector")
    try check(omega.allSatisfy { $0 >= 0 && $0.isFinite }, "omega must not be negative")
    try check(homeSupply > 0, "the elasticity of home supply must be positive")
  }
}
