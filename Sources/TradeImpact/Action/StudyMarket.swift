import TariffLaw
import TradeData

/// A baseline as the model sees it: cells of one code and origin differ only in their provenance, and
/// the model sees their sum.
struct StudyMarket: Sendable {
  let market: ImportMarket
  let products: [HTSCode]
  /// The market cell of each cell of the baseline.
  let marketOfCell: [Int]

  init(_ baseline: ImportBaseline, _ sectors: SectorMap, _ conversions: SubheadingConversions)
    throws
  {
    var products: [HTSCode] = []
    var sectorOfProduct: [Int] = []
    var productOfCell: [Int] = []
    var originOfCell: [Int] = []
    var value: [Double] = []
    var duty: [Double] = []
    var back: [Int] = []
    for index in baseline.codes.indices {
      let code = baseline.codes[index]
      if products.last != code {
        products.append(code)
        sectorOfProduct.append(sectors.sector(of: code, conversions))
      }
      let origin = baseline.origin[index]
      if productOfCell.last == products.count - 1, originOfCell.last == origin {
        value[value.count - 1] += baseline.value[index]
        duty[duty.count - 1] += baseline.duty[index]
      } else {
        productOfCell.append(products.count - 1)
        originOfCell.append(origin)
        value.append(baseline.value[index])
        duty.append(baseline.duty[index])
      }
      back.append(value.count - 1)
    }
    self.products = products
    marketOfCell = back
    market = try ImportMarket(
      sectors: sectors.names, homeSales: sectors.homeSales, sectorOfProduct: sectorOfProduct,
      productOfCell: productOfCell, originOfCell: originOfCell,
      originCount: baseline.origins.count, value: value,
      baseRate: zip(duty, value).map { $1 > 0 ? $0 / $1 : 0 })
  }
}
