import TariffLaw
import TradeAction
import TradeData

/// Promised purchases by sector of a world base.
///
/// Each kind's amount is spread over its goods in proportion to what the buyer bought of them in the year
/// of the exports that are shipped; goods it bought nothing of get nothing.
public struct PromisedSectors: Sendable {
  /// The year of the promise: the last it gives amounts for.
  public let year: Int
  /// Dollars a year above the promise's base year, by sector.
  public let values: [Double]
  /// What was assumed, in words.
  public let notes: [String]

  /// - Throws: ``ActionError`` when the buyer's purchases are not held, errors of the data otherwise.
  public init(_ promise: PurchasePromise, on ground: WorldGround) throws {
    guard let exports = try ExportBaseline.shipped(promise.buyer) else {
      throw ActionError(
        message: "\(promise.id): no exports to \(promise.buyer.text) are shipped, by which the "
          + "promise could be spread over goods")
    }
    let year = promise.amounts.map(\.year).max() ?? 0
    var categories: [HTSCode: String] = [:]
    for goods in promise.goods { categories[goods.code] = goods.category }
    let lengths = Set(promise.goods.map(\.code.length)).sorted(by: >)
    var bought: [String: [Int: Double]] = [:]
    for (subheading, value) in exports.exports {
      let code = lengths.lazy.compactMap { categories[subheading.prefix($0)] }.first
      guard let category = code, let sector = ground.sector(of: subheading) else { continue }
      bought[category, default: [:]][sector, default: 0] += value
    }
    var values = [Double](repeating: 0, count: ground.world.base.sectorCount)
    for amount in promise.amounts where amount.year == year {
      let goods = bought[amount.category] ?? [:]
      let total = goods.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
      guard total > 0 else {
        throw ActionError(
          message: "\(promise.id): nothing of the kind '\(amount.category)' was bought in "
            + "\(exports.year), by which the promise could be spread over goods")
      }
      for (sector, value) in goods {
        values[sector] += amount.value.doubleValue * value / total
      }
    }
    self.year = year
    self.values = values
    notes =
      [
        "\(promise.id): amounts of \(year) above \(promise.above), spread over each kind's goods as "
          + "they were bought in \(exports.year); left out: \(promise.leavesOut)"
      ] + (promise.notes.map { ["\(promise.id): \($0)"] } ?? [])
  }
}
