/// What changes in a world: tariffs, and where wanted the cost of trade itself.
public struct WorldShock: Sendable {
  /// The new ad valorem rates, by sector, importer, exporter; infinity bans.
  public var tariffs: [Double]
  /// The factor on the cost of carrying goods (an iceberg cost), laid out as the tariffs; empty for one.
  public var tradeCosts: [Double]

  /// Nothing changes.
  public init(_ base: WorldBase) {
    tariffs = base.tariffs
    tradeCosts = []
  }

  /// How many flows pay another rate, and their value in the base.
  public func changed(from base: WorldBase) -> (flows: Int, value: Double) {
    var flows = 0
    var value = 0.0
    for cell in tariffs.indices where tariffs[cell] != base.tariffs[cell] {
      flows += 1
      value += base.trade[cell]
    }
    return (flows, value)
  }
}
