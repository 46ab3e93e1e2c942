#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension PartialEquilibrium {
  /// Solves for new ad valorem rates, one a cell, as fractions.
  ///
  /// Sectors in which no rate changes keep their base and are not solved.
  ///
  /// - Throws: ``EquilibriumError`` when a rate is out of range or a sector does not converge.
  public func respond(to rates: [Double]) throws(EquilibriumError) -> MarketResponse {
    let cells = market.value.count
    guard rates.count == cells else { throw .rate(cell: rates.count) }
    var wedge = [Double](repeating: 1, count: cells)
    var touched = [Bool](repeating: false, count: market.sectors.count)
    for cell in 0..<cells {
      guard rates[cell] > -1, rates[cell].isFinite else { throw .rate(cell: cell) }
      guard rates[cell] != market.baseRate[cell] else { continue }
      wedge[cell] = (1 + rates[cell]) / (1 + market.baseRate[cell])
      touched[market.sectorOfProduct[market.productOfCell[cell]]] = true
    }
    var value = market.value
    var price = [Double](repeating: 1, count: cells)
    var sectorPrice = [Double](repeating: 1, count: touched.count)
    var homeChange = [Double](repeating: 0, count: touched.count)
    var accounts = MarketResponse.Accounts()
    var path = Path(cells: cells)
    for sector in touched.indices where touched[sector] {
      let state = try solve(sector, wedge: wedge, value: &value, price: &price)
      sectorPrice[sector] = state.price
      let home = market.homeSales[sector] ?? 0
      homeChange[sector] = home * (state.homeSpending - 1)
      try account(sector, state, rates: rates, wedge: wedge, value, price, &path, into: &accounts)
    }
    return MarketResponse(
      value: value, price: price, sectorPrice: sectorPrice, homeSalesChange: homeChange,
      accounts: accounts)
  }

  /// The state along the path, kept between sectors so that nothing is allocated for each.
  private struct Path {
    var value: [Double]
    var price: [Double]
    var wedge: [Double]

    init(cells: Int) {
      value = Array(repeating: 0, count: cells)
      price = Array(repeating: 1, count: cells)
      wedge = Array(repeating: 1, count: cells)
    }
  }

  private func account(
    _ sector: Int, _ state: SectorState, rates: [Double], wedge: [Double], _ value: [Double],
    _ price: [Double], _ path: inout Path, into accounts: inout MarketResponse.Accounts
  ) throws(EquilibriumError) {
    let home = market.homeSales[sector] ?? 0
    var spending = home
    var importsChange = 0.0
    for product in market.productsOfSector[sector] {
      for cell in market.cellsOfProduct[product] {
        let (old, new) = (market.value[cell], value[cell])
        let base = old * (1 + market.baseRate[cell])
        spending += base
        importsChange += new - old
        accounts.revenue += rates[cell] * new - market.baseRate[cell] * old
        accounts.revenueStatic += (rates[cell] - market.baseRate[cell]) * old
        accounts.firstOrderLoss += base * (price[cell] - 1)
      }
    }
    accounts.importsChange += importsChange
    accounts.buyersLoss += spending * log(state.price)
    // The area left of a supply curve of constant elasticity.
    accounts.foreignLoss -= parameters.omega / (1 + parameters.omega) * importsChange
    if parameters.homeSupply.isFinite {
      // Home sales are price x quantity = price^(1 + elasticity).
      accounts.producersGain += home * (state.homeSpending - 1) / (1 + parameters.homeSupply)
    }
    accounts.deadweightLoss += try deadweightLoss(sector, rates: rates, after: value, &path)
  }

  /// Minus the integral of the wedge times the change of quantity, along a path on which the log of
  /// every tariff power moves in a straight line.
  ///
  /// With supply of constant elasticity, wedge times quantity change is `t dv / (1 + omega)` in the
  /// customs value v; by parts this leaves the integral of v dt, a smooth function taken by
  /// Gauss-Legendre quadrature on panels that are doubled until it settles.
  private func deadweightLoss(
    _ sector: Int, rates: [Double], after: [Double], _ path: inout Path
  ) throws(EquilibriumError) -> Double {
    var edge = 0.0
    var changed: [Int] = []
    for product in market.productsOfSector[sector] {
      for cell in market.cellsOfProduct[product] where market.value[cell] > 0 {
        edge += rates[cell] * after[cell] - market.baseRate[cell] * market.value[cell]
        if rates[cell] != market.baseRate[cell] { changed.append(cell) }
      }
    }
    var previous = try pathIntegral(sector, rates: rates, changed, panels: 1, &path)
    var panels = 2
    while panels <= 64 {
      let next = try pathIntegral(sector, rates: rates, changed, panels: panels, &path)
      let scale = max(next.magnitude, edge.magnitude, 1e-300)
      let settled = (next - previous).magnitude <= 1e-13 * scale
      previous = next
      if settled { break }
      panels *= 2
    }
    return (previous - edge) / (1 + parameters.omega)
  }

  /// The integral of customs value times the change of the rate along the path.
  private func pathIntegral(
    _ sector: Int, rates: [Double], _ changed: [Int], panels: Int, _ path: inout Path
  ) throws(EquilibriumError) -> Double {
    var sum = 0.0
    for panel in 0..<panels {
      for (node, weight) in GaussLegendre.unit {
        let position = (Double(panel) + node) / Double(panels)
        for cell in changed {
          let power = (1 + rates[cell]) / (1 + market.baseRate[cell])
          path.wedge[cell] = pow(power, position)
        }
        _ = try solve(sector, wedge: path.wedge, value: &path.value, price: &path.price)
        var flow = 0.0
        for cell in changed {
          let power = (1 + rates[cell]) / (1 + market.baseRate[cell])
          // d(1 + t) along the path.
          flow += path.value[cell] * log(power) * (1 + market.baseRate[cell]) * path.wedge[cell]
        }
        sum += weight / Double(panels) * flow
      }
    }
    return sum
  }
}
