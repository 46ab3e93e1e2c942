/// Goods trade between two countries, net of tariff.
public struct BilateralGoods: Hashable, Sendable {
  /// Of the importer from the partner.
  public let imports: Double
  /// Of the importer to the partner.
  public let exports: Double

  /// Imports less exports.
  public var deficit: Double { imports - exports }

  package init(_ trade: [Double], _ base: WorldBase, importer: Int, partner: Int) {
    var imports = 0.0
    var exports = 0.0
    for sector in base.sectors.indices where base.sectors[sector].isTradable {
      imports += trade[base.flow(sector: sector, importer: importer, exporter: partner)]
      exports += trade[base.flow(sector: sector, importer: partner, exporter: importer)]
    }
    self.imports = imports
    self.exports = exports
  }
}
