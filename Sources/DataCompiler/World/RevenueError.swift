/// A world base in which the duty of an importer is far from what was collected, so that its rates cannot
/// be right.
public struct RevenueError: Error, Hashable, Sendable {
  public let base: String
  public let importer: String
  /// Base rates on base imports, dollars.
  public let revenue: Double
  /// Calculated duty of the year, dollars.
  public let collected: Double

  /// How far the two may be apart, as a share of what was collected.
  public static let allowed = 0.1

  /// - Throws: when revenue is further from what was collected than allowed, or is no number.
  static func check(
    base: String, importer: String, revenue: Double, collected: Double
  ) throws(RevenueError) {
    guard (revenue - collected).magnitude <= allowed * collected else {
      throw RevenueError(
        base: base, importer: importer, revenue: revenue, collected: collected)
    }
  }
}

extension RevenueError: CustomStringConvertible {
  public var description: String {
    func billions(_ dollars: Double) -> String { "\((dollars / 1e7).rounded() / 100) bn" }
    return
      "world base \(base): the tariffs of \(importer) on its imports come to \(billions(revenue)) "
      + "dollars, but \(billions(collected)) were collected; they may be "
      + "\(Int(Self.allowed * 100))% apart: look at its rates and at the goods of each sector"
  }
}
