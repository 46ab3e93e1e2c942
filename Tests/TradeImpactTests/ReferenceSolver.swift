import Foundation
import TradeImpact

/// The same model solved another way: damped iteration on the price of every cell and of home goods,
/// straight from the definitions, with no closed form for any nest.
struct ReferenceSolver {
  let market: ImportMarket
  let parameters: EquilibriumParameters

  struct State {
    var value: [Double]
    var price: [Double]
    var sectorPrice: [Double]
    var homeSales: [Double]
  }

  func respond(to rates: [Double]) -> State {
    let p = parameters
    let cells = market.value.count
    var sellers = [Double](repeating: 1, count: cells)
    var homePrice = [Double](repeating: 1, count: market.sectors.count)
    var state = State(
      value: market.value, price: sellers, sectorPrice: homePrice,
      homeSales: market.homeSales.map { $0 ?? 0 })
    for _ in 0..<20_000 {
      var moved = 0.0
      for sector in market.sectors.indices {
        let home = market.homeSales[sector] ?? 0
        let products = market.sectorOfProduct.indices.filter {
          market.sectorOfProduct[$0] == sector
        }
        func cellsOf(_ product: Int) -> [Int] {
          (0..<cells).filter { market.productOfCell[$0] == product && market.value[$0] > 0 }
        }
        func spending(_ cell: Int) -> Double { market.value[cell] * (1 + market.baseRate[cell]) }
        var productPrice: [Int: Double] = [:]
        var productSpending: [Int: Double] = [:]
        for product in products {
          let list = cellsOf(product)
          let total = list.reduce(0) { $0 + spending($1) }
          guard total > 0 else { continue }
          let sigma = p.sigma[product]
          var sum = 0.0
          for cell in list {
            state.price[cell] = sellers[cell] * (1 + rates[cell]) / (1 + market.baseRate[cell])
            sum += spending(cell) / total * pow(state.price[cell], 1 - sigma)
          }
          productPrice[product] = pow(sum, 1 / (1 - sigma))
          productSpending[product] = total
        }
        let imports = productSpending.values.reduce(0, +)
        guard imports > 0 else { continue }
        var sum = 0.0
        for (product, price) in productPrice {
          sum += (productSpending[product] ?? 0) / imports * pow(price, 1 - p.eta)
        }
        let importPrice = pow(sum, 1 / (1 - p.eta))
        let shareHome = home / (home + imports)
        let index = pow(
          shareHome * pow(homePrice[sector], 1 - p.kappa)
            + (1 - shareHome) * pow(importPrice, 1 - p.kappa), 1 / (1 - p.kappa))
        state.sectorPrice[sector] = index
        let homeSpending = pow(homePrice[sector] / index, 1 - p.kappa)
        state.homeSales[sector] = home * homeSpending
        if home > 0, p.homeSupply.isFinite {
          let wanted = pow(homeSpending, 1 / (1 + p.homeSupply))
          moved = max(moved, abs(wanted - homePrice[sector]))
          homePrice[sector] = sqrt(homePrice[sector] * wanted)
        }
        let importSpending = pow(importPrice / index, 1 - p.kappa)
        for (product, price) in productPrice {
          let demand = importSpending * pow(price / importPrice, 1 - p.eta)
          for cell in cellsOf(product) {
            let paid = demand * pow(state.price[cell] / price, 1 - p.sigma[product])
            let quantity = paid / state.price[cell]
            state.value[cell] = market.value[cell] * quantity * sellers[cell]
            let wanted = pow(quantity, p.omega[sector])
            moved = max(moved, abs(wanted - sellers[cell]))
            // The answer of a price to itself is sigma x omega: a smaller step keeps it stable.
            let step = 0.5 / (1 + p.sigma[product] * p.omega[sector])
            sellers[cell] = pow(sellers[cell], 1 - step) * pow(wanted, step)
          }
        }
      }
      if moved < 1e-15 { break }
    }
    return state
  }
}
