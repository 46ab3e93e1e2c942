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
    try parameters.check(products: market.sectorOfProduct.count, sectors: market.sectors.count)
    self.market = market
    self.parameters = parameters
  }

  /// The new state of one sector, as logs of new over base.
  struct SectorState {
    /// Price index.
    var logPrice = 0.0
    /// Spending on home goods.
    var logHomeSpending = 0.0
    /// What drives spending on each product, `P_M^(eta-1) X_M`.
    var logDemand = 0.0
  }

  /// What solving writes, kept between solutions so that nothing is allocated for each.
  struct Workspace {
    /// By moved cell: its share of base spending that is left by the price of its product alone, at a
    /// place on the path, and at its end.
    var factor: [Double]
    var end: [Double]
    /// By moved product: log of the constant of its price.
    var logConstant: [Double]

    init(_ shock: TariffShock) {
      factor = Array(repeating: 1, count: shock.cell.count)
      end = factor
      logConstant = Array(repeating: 0, count: shock.products.count)
    }
  }

  /// Sets the factors of a sector's cells.
  ///
  /// - Parameter position: how far along the path from the base (0) to the new rates (1), on which
  ///   the log of every tariff power moves in a straight line.
  func place(
    _ sector: TariffShock.Sector, of shock: TariffShock, at position: Double,
    _ factor: inout [Double]
  ) {
    let omega = parameters.omega[sector.sector]
    for index in sector.moved {
      let product = shock.products[index]
      let sigma = parameters.sigma[product.product]
      let power = position * (1 - sigma) / (1 + sigma * omega)
      for cell in product.moved { factor[cell] = exp(power * shock.logWedge[cell]) }
    }
  }

  /// Solves a sector for the factors that are set.
  func solve(
    _ sector: TariffShock.Sector, of shock: TariffShock, _ work: inout Workspace
  ) throws(EquilibriumError) -> SectorState {
    let (kappa, eta) = (parameters.kappa, parameters.eta)
    let omega = parameters.omega[sector.sector]
    // The price of a nest is its constant times its spending to the power `a`.
    let a = omega / (1 + omega)
    let m = 1 + a * (eta - 1)
    // 1. Constants of the products, and their sum.
    var sum = sector.quietSpending
    for index in sector.moved {
      let product = shock.products[index]
      let sigma = parameters.sigma[product.product]
      var left = product.still
      for cell in product.moved { left += shock.spending[cell] * work.factor[cell] }
      // T = left / total; the constant is T to the -1 / ((sigma - 1)(1 - u)), where
      // 1 - u = (1 + omega) / (1 + sigma omega).
      let exponent = -(1 + sigma * omega) / ((sigma - 1) * (1 + omega))
      let logConstant = exponent * log(left / product.total)
      work.logConstant[index] = logConstant
      sum += product.total * exp(logConstant * (1 - eta) / m)
    }
    // 2. The constant of imports.
    let logConstant = -m / (eta - 1) * log(sum / sector.imports)
    // 3. The price index of the sector.
    let home = market.homeSales[sector.sector] ?? 0
    var state = SectorState()
    var logImportSpending = 0.0
    if home > 0 {
      let shareHome = home / (home + sector.imports)
      let b = 1 / (1 + parameters.homeSupply)
      let homePower = (kappa - 1) / (1 + b * (kappa - 1))
      let importPower = (kappa - 1) / (1 + a * (kappa - 1))
      state.logPrice = try root(sector.sector) { x in
        let h = shareHome * exp(homePower * x)
        let i = (1 - shareHome) * exp(importPower * (x - logConstant))
        return (h + i - 1, homePower * h + importPower * i)
      }
      state.logHomeSpending = homePower * state.logPrice
      logImportSpending = importPower * (state.logPrice - logConstant)
    } else {
      state.logPrice = logConstant
    }
    let logImportPrice = logConstant + a * logImportSpending
    state.logDemand = (eta - 1) * logImportPrice + logImportSpending
    return state
  }

  /// Log of the demand shifter of a product's cells: spending on a cell is its base times the shifter
  /// times its price to the 1 - sigma.
  ///
  /// - Parameter logConstant: of the product's price; zero for one in which no rate changes.
  func logShifter(
    _ product: Int, _ logConstant: Double, _ state: SectorState, omega: Double
  ) -> Double {
    let a = omega / (1 + omega)
    let m = 1 + a * (parameters.eta - 1)
    let logDemand = (logConstant * (1 - parameters.eta) + state.logDemand) / m
    let logPrice = logConstant + a * logDemand
    return (parameters.sigma[product] - 1) * logPrice + logDemand
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
