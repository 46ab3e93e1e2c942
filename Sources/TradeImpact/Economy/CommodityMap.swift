import TariffLaw
import TradeData

/// The commodity of the accounts for a code of the schedule.
struct CommodityMap: Sendable {
  private let commodityOfSubheading: [String: Int]

  /// By the subheading of HS 2017, or of what it came from in HS 2017; `nil` for goods no industry
  /// makes, such as scrap and returned goods.
  func commodity(of code: HTSCode, _ conversions: SubheadingConversions) -> Int? {
    let subheading = code.prefix(6)
    if let known = commodityOfSubheading[subheading.digits] { return known }
    return conversions.earlier(of: subheading)
      .sorted { ($0.grade, $0.earlier) < ($1.grade, $1.earlier) }
      .lazy.compactMap { commodityOfSubheading[$0.earlier.digits] }.first
  }

  /// Subheadings to NAICS industries (Census), those to commodities (BEA): the longest beginning of
  /// the industry's number that the accounts name. An industry that Census itself joins (`33641X`)
  /// goes to the largest import among the commodities that begin so.
  static func shipped(_ accounts: EconomyAccounts) throws(ArchiveError) -> CommodityMap {
    let archive = try ShippedFiles.archive("classes.tarifa")
    let census = Table("census-classes", in: archive)
    let bridge = Table("naics-bea-detail", in: archive)
    var index: [String: Int] = [:]
    for (position, commodity) in accounts.commodities.enumerated() {
      index[commodity.code] = position
    }
    var commodities: [String: Int] = [:]
    for (industry, code) in zip(try bridge.texts("naics"), try bridge.texts("bea_detail_code")) {
      if let position = index[code], commodities[industry] == nil {
        commodities[industry] = position
      }
    }
    var found: [String: Int?] = [:]
    func commodity(_ industry: String) -> Int? {
      if let known = found[industry] { return known }
      var result: Int?
      for length in stride(from: industry.count, through: 3, by: -1) where result == nil {
        let beginning = String(industry.prefix(length))
        result =
          commodities[beginning]
          ?? commodities.filter { $0.key.hasPrefix(beginning) }.map(\.value)
          .max { (accounts.commodities[$0].imports, $0) < (accounts.commodities[$1].imports, $1) }
      }
      found[industry] = result
      return result
    }
    var map: [String: Int] = [:]
    for (subheading, industry) in zip(try census.texts("hs6"), try census.texts("naics")) {
      map[subheading] = commodity(industry)
    }
    return CommodityMap(commodityOfSubheading: map)
  }
}
