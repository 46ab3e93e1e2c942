import TradeData

/// Which data answer.
enum DataVintage {
  /// The hash of the manifest of the shipped data; it holds the hashes of all files.
  static let hash = Manifest.shippedHash() ?? "none"
}
