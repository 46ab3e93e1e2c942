#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// New rates on a market, arranged for solving: only what moves is stored cell by cell.
///
/// It depends on the rates and not on the elasticities, so that many draws share one.
public struct TariffShock: Sendable {
  /// New ad valorem rates, one a cell.
  public let rates: [Double]
  /// The sectors in which a rate changes.
  let sectors: [Sector]
  /// Products in which a rate changes, sector by sector.
  let products: [Product]
  /// By cell whose rate changes, product by product: its position in the market, its base spending
  /// (duty included), its new over old tariff power and the log of that.
  let cell: [Int]
  let spending: [Double]
  let wedge: [Double]
  let logWedge: [Double]

  struct Product: Sendable {
    let product: Int
    /// Its cells in ``cell``.
    let moved: Range<Int>
    /// Base spending on all its cells, and on those whose rate stays.
    let total: Double
    let still: Double
  }

  struct Sector: Sendable {
    let sector: Int
    /// Its products in ``TariffShock/products``.
    let moved: Range<Int>
    /// Products in which no rate changes.
    let quiet: [Int]
    /// Base spending on imports, and on the quiet products among them.
    let imports: Double
    let quietSpending: Double
    /// The largest change of the log of a tariff power.
    let reach: Double
  }

  /// - Parameter rates: fractions, one a cell of the market.
  /// - Throws: ``EquilibriumError/rate(cell:)`` when a rate is not above -1 or their count is not that
  ///   of the cells.
  public init(_ market: ImportMarket, rates: [Double]) throws(EquilibriumError) {
    guard rates.count == market.value.count else { throw .rate(cell: rates.count) }
    var touched = [Bool](repeating: false, count: market.sectors.count)
    for cell in rates.indices {
      guard rates[cell] > -1, rates[cell].isFinite else { throw .rate(cell: cell) }
      if rates[cell] != market.baseRate[cell], market.value[cell] > 0 {
        touched[market.sectorOfProduct[market.productOfCell[cell]]] = true
      }
    }
    var sectors: [Sector] = []
    var products: [Product] = []
    var cells: [Int] = []
    var spending: [Double] = []
    var wedges: [Double] = []
    var logWedge: [Double] = []
    for sector in touched.indices where touched[sector] {
      let first = products.count
      var quiet: [Int] = []
      var imports = 0.0
      var quietSpending = 0.0
      var reach = 0.0
      for product in market.productsOfSector[sector] {
        let start = cells.count
        var total = 0.0
        var still = 0.0
        for cell in market.cellsOfProduct[product] where market.value[cell] > 0 {
          let base = market.value[cell] * (1 + market.baseRate[cell])
          total += base
          guard rates[cell] != market.baseRate[cell] else {
            still += base
            continue
          }
          cells.append(cell)
          spending.append(base)
          let wedge = (1 + rates[cell]) / (1 + market.baseRate[cell])
          wedges.append(wedge)
          logWedge.append(log(wedge))
          reach = max(reach, log(wedge).magnitude)
        }
        guard total > 0 else { continue }
        imports += total
        if cells.count == start {
          quiet.append(product)
          quietSpending += total
        } else {
          products.append(
            Product(product: product, moved: start..<cells.count, total: total, still: still))
        }
      }
      sectors.append(
        Sector(
          sector: sector, moved: first..<products.count, quiet: quiet, imports: imports,
          quietSpending: quietSpending, reach: reach))
    }
    self.rates = rates
    self.sectors = sectors
    self.products = products
    self.cell = cells
    self.spending = spending
    self.wedge = wedges
    self.logWedge = logWedge
  }
}
