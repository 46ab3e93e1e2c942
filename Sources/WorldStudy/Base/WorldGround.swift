public import TariffLaw
import TradeData

/// What carrying actions to a world base needs and no action changes.
public struct WorldGround: Sendable {
  public let world: ShippedWorld
  private let goods: GoodsIndustries
  private let conversions: SubheadingConversions

  /// - Throws: `ArchiveError` when the shipped classifications are damaged.
  public init(_ world: ShippedWorld) throws(ArchiveError) {
    self.world = world
    goods = try GoodsIndustries(
      classes: ShippedFiles.archive("classes.tarifa"), prefixes: world.industries)
    conversions = try ShippedConversions.pairs()
  }

  /// The sector that makes a good; `nil` for goods of no industry, such as those that come back.
  public func sector(of code: HTSCode) -> Int? { goods.industry(of: code, conversions) }

  /// The sectors of codes, looked up once where equal ones follow each other.
  func sectors(of codes: [HTSCode]) -> [Int?] {
    var found: [Int?] = []
    found.reserveCapacity(codes.count)
    for (position, code) in codes.enumerated() {
      found.append(
        position > 0 && codes[position - 1] == code ? found[position - 1] : sector(of: code))
    }
    return found
  }
}
