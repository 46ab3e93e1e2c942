/// Imports by product and origin inside sectors, with home sales: the state a partial equilibrium
/// starts from. Columns, one entry a cell, product or sector.
public struct ImportMarket: Sendable {
  /// Names of the sectors.
  public let sectors: [String]
  /// Home sales of home goods by sector, dollars a year; `nil` where unknown, and the sector is then
  /// taken to buy imports only.
  public let homeSales: [Double?]
  /// The sector of each product; products of a sector need not be adjacent.
  public let sectorOfProduct: [Int]
  /// The product of each cell; cells of a product are adjacent.
  public let productOfCell: [Int]
  public let originOfCell: [Int]
  public let originCount: Int
  /// Customs value before duty, dollars a year.
  public let value: [Double]
  /// Collected duty over value.
  public let baseRate: [Double]

  /// Products of each sector, and the run of cells of each product.
  let productsOfSector: [[Int]]
  let cellsOfProduct: [Range<Int>]

  /// - Throws: ``MarketError`` naming the first figure that is out of bounds.
  public init(
    sectors: [String], homeSales: [Double?], sectorOfProduct: [Int], productOfCell: [Int],
    originOfCell: [Int], originCount: Int, value: [Double], baseRate: [Double]
  ) throws(MarketError) {
    func check(_ holds: Bool, _ field: String, _ index: Int, _ rule: String) throws(MarketError) {
      guard holds else { throw MarketError(field: field, index: index, rule: rule) }
    }
    try check(homeSales.count == sectors.count, "homeSales", homeSales.count, "one a sector")
    for (index, sales) in homeSales.enumerated() {
      try check(sales.map { $0 >= 0 && $0.isFinite } ?? true, "homeSales", index, "not negative")
    }
    for (index, sector) in sectorOfProduct.enumerated() {
      try check(sectors.indices.contains(sector), "sectorOfProduct", index, "a sector")
    }
    let cells = value.count
    try check(
      productOfCell.count == cells && originOfCell.count == cells && baseRate.count == cells,
      "cells", cells, "columns of one length")
    var ranges = [Range<Int>](repeating: 0..<0, count: sectorOfProduct.count)
    for cell in 0..<cells {
      let product = productOfCell[cell]
      try check(sectorOfProduct.indices.contains(product), "productOfCell", cell, "a product")
      try check(
        originOfCell[cell] >= 0 && originOfCell[cell] < originCount, "originOfCell", cell,
        "an origin")
      try check(value[cell] >= 0 && value[cell].isFinite, "value", cell, "not negative")
      try check(baseRate[cell] > -1 && baseRate[cell].isFinite, "baseRate", cell, "above -1")
      let range = ranges[product]
      try check(
        range.isEmpty || range.upperBound == cell, "productOfCell", cell, "adjacent by product")
      ranges[product] = (range.isEmpty ? cell : range.lowerBound)..<(cell + 1)
    }
    var products = [[Int]](repeating: [], count: sectors.count)
    for (product, sector) in sectorOfProduct.enumerated() { products[sector].append(product) }
    self.sectors = sectors
    self.homeSales = homeSales
    self.sectorOfProduct = sectorOfProduct
    self.productOfCell = productOfCell
    self.originOfCell = originOfCell
    self.originCount = originCount
    self.value = value
    self.baseRate = baseRate
    productsOfSector = products
    cellsOfProduct = ranges
  }
}

/// A figure of a market that is out of bounds.
public struct MarketError: Error, Hashable, Sendable {
  public let field: String
  public let index: Int
  public let rule: String
}

extension MarketError: CustomStringConvertible {
  public var description: String { "\(field)[\(index)] must be \(rule)" }
}
