#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension PartialEquilibrium {
  /// Solves for new ad valorem rates, one a cell, as fractions.
  ///
  /// - Throws: ``EquilibriumError`` when a rate is out of range or a sector does not converge.
  public func respond(to rates: [Double]) throws(EquilibriumError) -> MarketResponse {
    var solver = ResponseSolver(market, try TariffShock(market, rates: rates))
    return try solver.respond(self, deadweight: .settled)
  }

  /// How finely the deadweight loss is integrated.
  public enum Quadrature: Sendable {
    /// Panels are doubled until the integral settles to 1e-13.
    case settled
    /// As many panels as keep the path through each smooth: better than 1e-7, for draws.
    case fixed
    /// The loss is not found; it is NaN in the accounts.
    case none
  }
}

/// Solves a market under one shock again and again, with other elasticities each time, in the same
/// memory. Give each thread its own.
public struct ResponseSolver {
  private let market: ImportMarket
  private let shock: TariffShock
  private var work: PartialEquilibrium.Workspace
  private var response: MarketResponse

  public init(_ market: ImportMarket, _ shock: TariffShock) {
    self.market = market
    self.shock = shock
    work = PartialEquilibrium.Workspace(shock)
    response = MarketResponse(
      value: market.value, price: Array(repeating: 1, count: market.value.count),
      sectorPrice: Array(repeating: 1, count: market.sectors.count),
      homePrice: Array(repeating: 1, count: market.sectors.count),
      homeSalesChange: Array(repeating: 0, count: market.sectors.count),
      accounts: MarketResponse.Accounts(),
      sectorAccounts: Array(repeating: MarketResponse.Accounts(), count: market.sectors.count))
  }

  /// Sectors in which no rate changes keep their base and are not solved.
  ///
  /// - Parameter model: of the same market.
  /// - Throws: ``EquilibriumError`` when a sector does not converge.
  public mutating func respond(
    _ model: PartialEquilibrium, deadweight: PartialEquilibrium.Quadrature = .fixed
  ) throws(EquilibriumError) -> MarketResponse {
    var accounts = MarketResponse.Accounts()
    response.logPaid = 0
    for sector in shock.sectors {
      model.place(sector, of: shock, at: 1, &work.end)
      let loss = try deadweightLoss(model, sector, deadweight)
      for index in sector.moved {
        for cell in shock.products[index].moved { work.factor[cell] = work.end[cell] }
      }
      let state = try model.solve(sector, of: shock, &work)
      fill(model, sector, state)
      var own = MarketResponse.Accounts()
      account(model, sector, state, &own, integral: loss)
      response.sectorAccounts[sector.sector] = own
      accounts += own
    }
    response.accounts = accounts
    return response
  }

  /// Writes the new value and price of every cell of a sector.
  private mutating func fill(
    _ model: PartialEquilibrium, _ sector: TariffShock.Sector,
    _ state: PartialEquilibrium.SectorState
  ) {
    let omega = model.parameters.omega[sector.sector]
    func still(_ product: Int, _ logShifter: Double) -> (value: Double, price: Double) {
      let divisor = 1 + model.parameters.sigma[product] * omega
      // Spending on a cell whose rate stays is its base times the shifter to (1 + omega) / divisor.
      return (exp(logShifter * (1 + omega) / divisor), exp(omega * logShifter / divisor))
    }
    for product in sector.quiet {
      let (value, price) = still(
        product, model.logShifter(product, 0, state, omega: omega))
      for cell in market.cellsOfProduct[product] {
        response.value[cell] = market.value[cell] * value
        response.price[cell] = price
      }
    }
    for index in sector.moved {
      let product = shock.products[index].product
      let logShifter = model.logShifter(product, work.logConstant[index], state, omega: omega)
      let (value, price) = still(product, logShifter)
      for cell in market.cellsOfProduct[product] {
        response.value[cell] = market.value[cell] * value
        response.price[cell] = price
      }
      let divisor = 1 + model.parameters.sigma[product] * omega
      for moved in shock.products[index].moved {
        let cell = shock.cell[moved]
        // Spending less the duty is the customs value.
        response.value[cell] =
          market.value[cell] * work.factor[moved] * value / shock.wedge[moved]
        let logPrice = (shock.logWedge[moved] + omega * logShifter) / divisor
        response.price[cell] = omega == 0 ? shock.wedge[moved] : exp(logPrice)
        response.logPaid += shock.spending[moved] * logPrice
      }
    }
    response.sectorPrice[sector.sector] = exp(state.logPrice)
    let homeSpending = exp(state.logHomeSpending)
    response.homePrice[sector.sector] = exp(
      state.logHomeSpending / (1 + model.parameters.homeSupply))
    response.homeSalesChange[sector.sector] =
      (market.homeSales[sector.sector] ?? 0) * (homeSpending - 1)
  }

  private func account(
    _ model: PartialEquilibrium, _ sector: TariffShock.Sector,
    _ state: PartialEquilibrium.SectorState, _ accounts: inout MarketResponse.Accounts,
    integral: Double
  ) {
    let home = market.homeSales[sector.sector] ?? 0
    let omega = model.parameters.omega[sector.sector]
    var importsChange = 0.0
    var revenue = 0.0
    for product in market.productsOfSector[sector.sector] {
      for cell in market.cellsOfProduct[product] {
        let (old, new) = (market.value[cell], response.value[cell])
        let (before, after) = (market.baseRate[cell], shock.rates[cell])
        importsChange += new - old
        revenue += after * new - before * old
        accounts.revenueStatic += (after - before) * old
        accounts.firstOrderLoss += old * (1 + before) * (response.price[cell] - 1)
      }
    }
    accounts.importsChange += importsChange
    accounts.revenue += revenue
    accounts.buyersLoss += (home + sector.imports) * state.logPrice
    // The area left of a supply curve of constant elasticity.
    accounts.foreignLoss -= omega / (1 + omega) * importsChange
    if model.parameters.homeSupply.isFinite {
      // Home sales are price x quantity = price^(1 + elasticity).
      accounts.producersGain +=
        response.homeSalesChange[sector.sector] / (1 + model.parameters.homeSupply)
    }
    // With supply of constant elasticity, wedge times quantity change is `t dv / (1 + omega)` in the
    // customs value v; by parts this is the change of revenue less the integral of v dt.
    accounts.deadweightLoss += (integral - revenue) / (1 + omega)
  }

  /// The integral of customs value times the change of the rate, along a path on which the log of
  /// every tariff power moves in a straight line: a smooth function, taken by Gauss-Legendre
  /// quadrature.
  private mutating func deadweightLoss(
    _ model: PartialEquilibrium, _ sector: TariffShock.Sector,
    _ quadrature: PartialEquilibrium.Quadrature
  ) throws(EquilibriumError) -> Double {
    switch quadrature {
    case .none: return .nan
    case .fixed:
      let sigma = sector.moved.reduce(0) {
        max($0, model.parameters.sigma[shock.products[$1].product])
      }
      // Six points integrate exp(-4x) to 1e-9.
      let panels = max(1, min(64, Int((sigma * sector.reach / 4).rounded(.up))))
      return try pathIntegral(model, sector, panels: panels)
    case .settled:
      var previous = try pathIntegral(model, sector, panels: 1)
      var panels = 2
      while panels <= 64 {
        let next = try pathIntegral(model, sector, panels: panels)
        let settled = (next - previous).magnitude <= 1e-13 * max(next.magnitude, 1e-300)
        previous = next
        if settled { break }
        panels *= 2
      }
      return previous
    }
  }

  private mutating func pathIntegral(
    _ model: PartialEquilibrium, _ sector: TariffShock.Sector, panels: Int
  ) throws(EquilibriumError) -> Double {
    var sum = 0.0
    for panel in 0..<panels {
      for (node, weight) in GaussLegendre.unit {
        let position = (Double(panel) + node) / Double(panels)
        // The nodes lie evenly about the middle, and a factor there and one as far from the end
        // multiply to that of the end: half of the exponentials are enough.
        guard position < 0.5 else { continue }
        model.place(sector, of: shock, at: position, &work.factor)
        let early = try flow(model, sector)
        for index in sector.moved {
          for cell in shock.products[index].moved {
            work.factor[cell] = work.end[cell] / work.factor[cell]
          }
        }
        sum += weight / Double(panels) * (early + (try flow(model, sector)))
      }
    }
    return sum
  }

  /// Customs value times the change of the rate, where the factors stand on the path.
  private mutating func flow(
    _ model: PartialEquilibrium, _ sector: TariffShock.Sector
  ) throws(EquilibriumError) -> Double {
    let omega = model.parameters.omega[sector.sector]
    let state = try model.solve(sector, of: shock, &work)
    var flow = 0.0
    for index in sector.moved {
      let product = shock.products[index]
      var own = 0.0
      for cell in product.moved {
        own += shock.spending[cell] * work.factor[cell] * shock.logWedge[cell]
      }
      let logShifter = model.logShifter(
        product.product, work.logConstant[index], state, omega: omega)
      let divisor = 1 + model.parameters.sigma[product.product] * omega
      flow += own * exp(logShifter * (1 + omega) / divisor)
    }
    return flow
  }
}
