/// Goods trade between two countries, net of tariff.
public struct BilateralGoods: Hashable, Sendable {
  /// Of the importer from the partner.
  public let imports: Double
  /// Of the importer to the partner.
  public let exports: Double

  /// Imports less exports.
  public var deficit: Double { imports - exports }

  package init(_ trade: [Double], _ base: WorldBase, importer: Int, partner: Int) {
    imports = base.goodsFlows(importer: importer, exporter: partner).reduce(0) { $0 + trade[$1] }
    exports = base.goodsFlows(importer: partner, exporter: importer).reduce(0) { $0 + trade[$1] }
  }
}
