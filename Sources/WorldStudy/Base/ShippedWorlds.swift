public import TariffLaw
import TradeData

/// The world bases that are part of the executable.
public enum ShippedWorlds {
  private static let start = "world-"
  private static let end = ".tarifa"

  /// The ids, in order.
  public static var ids: [String] {
    ShippedFiles.names.filter { $0.hasPrefix(start) && $0.hasSuffix(end) }
      .map { String($0.dropFirst(start.count).dropLast(end.count)) }.sorted()
  }

  /// A base by its id.
  ///
  /// - Returns: `nil` when none of this id is shipped.
  /// - Throws: `ArchiveError` when it is damaged.
  public static func world(_ id: String) throws(ArchiveError) -> ShippedWorld? {
    guard ids.contains(id) else { return nil }
    return try ShippedWorld(ShippedFiles.archive(start + id + end))
  }
}
