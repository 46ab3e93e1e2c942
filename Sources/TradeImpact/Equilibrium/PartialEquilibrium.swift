#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The exact response of a market to new rates.
///
/// Three nests of constant elasticity: home goods against imports in a sector (kappa), products in
/// imports (eta), origins in a product (sigma). Spending on a sector is fixed (quasi-linear tastes),
/// so the loss of its buyers is exactly spending times the log of its price change. Foreign supply
/// of each variety has the inverse elasticity omega and home supply of each sector a constant
/// elasticity; with these, the price of every nest is a constant times a power of the spending on
/// it, and the whole sector comes down to one equation in its price index, which is monotone.
/// `docs/method/partial-equilibrium.md` derives it.
public struct PartialEquilibrium: Sendable {
  public let market: ImportMarket
  public let parameters: EquilibriumParameters

  /// Relative tolerance on the spending of a sector.
  static let tolerance = 1e-13

  /// - Throws: ``EquilibriumError/parameter(_:)`` when a parameter is out of range.
  public init(
    market: ImportMarket, parameters: EquilibriumParameters
  ) throws(EquilibriumError) {
    func check(_ holds: Bool, _ text: String) throws(EquilibriumError) {
      guard holds else { throw .parameter(text) }
    }
    try check(
      parameters.kappa > 0 && parameters.kappa != 1 && parameters.kappa.isFinite,
      "kappa must be positive and not 1")
    try check(
      parameters.eta > 0 && parameters.eta != 1 && parameters.eta.isFinite,
      "eta must be positive and not 1")
    try check(parameters.omega >= 0 && parameters.omega.isFinite, "omega must not be negative")
    try check(parameters.homeSupply > 0, "the elasticity of home supply must be positive")
    self.market = market
    self.parameters = parameters
  }

  /// The new state of one sector, relative to the base.
  struct SectorState {
    /// Price index.
    var price = 1.0
    /// Spending on home goods, and their price.
    var homeSpending = 1.0
    var homePrice = 1.0
  }

  /// Solves a sector and writes the new customs value and duty-inclusive price (relative to the
  /// base) of its cells.
  ///
  /// - Parameter wedge: new over old power of the tariff, `(1 + t1) / (1 + t0)`, by cell.
  func solve(
    _ sector: Int, wedge: [Double], value: inout [Double], price: inout [Double]
  ) throws(EquilibriumError) -> SectorState {
    let (kappa, eta, omega) = (parameters.kappa, parameters.eta, parameters.omega)
    // The price of a nest is its constant times its spending to the power `a`.
    let a = omega / (1 + omega)
    let products = market.productsOfSector[sector]
    // 1. Constants of the products.
    var constants = [Double](repeating: 1, count: products.count)
    var spending = [Double](repeating: 0, count: products.count)
    var imports = 0.0
    for (index, product) in products.enumerated() {
      let sigma = market.sigma[product]
      let power = (1 - sigma) / (1 + sigma * omega)
      var total = 0.0
      var sum = 0.0
      for cell in market.cellsOfProduct[product] where market.value[cell] > 0 {
        let base = market.value[cell] * (1 + market.baseRate[cell])
        total += base
        sum += base * pow(wedge[cell], power)
      }
      spending[index] = total
      imports += total
      guard total > 0 else { continue }
      // T = sum / total; the constant is T to the -1 / ((sigma - 1)(1 - u)), where
      // 1 - u = (1 + omega) / (1 + sigma omega).
      let exponent = -(1 + sigma * omega) / ((sigma - 1) * (1 + omega))
      constants[index] = pow(sum / total, exponent)
    }
    guard imports > 0 else { return SectorState() }
    // 2. The constant of imports.
    let m = 1 + a * (eta - 1)
    var sum = 0.0
    for index in products.indices where spending[index] > 0 {
      sum += spending[index] * pow(constants[index], (1 - eta) / m)
    }
    let importConstant = pow(sum / imports, -m / (eta - 1))
    // 3. The price index of the sector.
    let home = market.homeSales[sector] ?? 0
    var state = SectorState()
    var importSpending = 1.0
    if home > 0 {
      let shareHome = home / (home + imports)
      let b = 1 / (1 + parameters.homeSupply)
      let homePower = (kappa - 1) / (1 + b * (kappa - 1))
      let importPower = (kappa - 1) / (1 + a * (kappa - 1))
      let logConstant = log(importConstant)
      let logPrice = try root(sector) { x in
        let h = shareHome * exp(homePower * x)
        let i = (1 - shareHome) * exp(importPower * (x - logConstant))
        return (h + i - 1, homePower * h + importPower * i)
      }
      state.price = exp(logPrice)
      state.homeSpending = exp(homePower * logPrice)
      state.homePrice = pow(state.homeSpending, b)
      importSpending = exp(importPower * (logPrice - logConstant))
    } else {
      state.price = importConstant
    }
    // 4. Down the nests: spending and price of each product, value and price of each cell.
    let importPrice = importConstant * pow(importSpending, a)
    let z = pow(importPrice, eta - 1) * importSpending
    for (index, product) in products.enumerated() where spending[index] > 0 {
      let sigma = market.sigma[product]
      let demand = pow(pow(constants[index], 1 - eta) * z, 1 / m)
      let productPrice = constants[index] * pow(demand, a)
      let shifter = pow(productPrice, sigma - 1) * demand
      for cell in market.cellsOfProduct[product] where market.value[cell] > 0 {
        let paid = pow(wedge[cell] * pow(shifter, omega), 1 / (1 + sigma * omega))
        price[cell] = paid
        // Spending is shifter x price^(1 - sigma); less the duty it is the customs value.
        value[cell] = market.value[cell] * shifter * pow(paid, 1 - sigma) / wedge[cell]
      }
    }
    return state
  }

  /// The root of a monotone function of the log price, by Newton's method inside a bracket.
  private func root(
    _ sector: Int, _ function: (Double) -> (value: Double, slope: Double)
  ) throws(EquilibriumError) -> Double {
    let start = function(0)
    if start.value.magnitude <= Self.tolerance { return 0 }
    let rising = start.slope > 0
    // Step out until the sign changes.
    var low = 0.0
    var high = 0.0
    var step = 0.125
    for _ in 0..<60 {
      if (start.value < 0) == rising {
        high += step
        if (function(high).value >= 0) == rising { break }
        low = high
      } else {
        low -= step
        if (function(low).value <= 0) == rising { break }
        high = low
      }
      step *= 2
    }
    var x = (low + high) / 2
    var residual = Double.infinity
    for _ in 0..<200 {
      let (value, slope) = function(x)
      residual = value.magnitude
      if residual <= Self.tolerance { return x }
      if (value < 0) == rising { low = x } else { high = x }
      let newton = x - value / slope
      let next = newton > low && newton < high ? newton : (low + high) / 2
      if next == x || high - low <= 1e-16 * max(1, x.magnitude) { return x }
      x = next
    }
    throw .notConverged(sector: market.sectors[sector], residual: residual)
  }
}
