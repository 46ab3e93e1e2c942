/// Caps on what is read, so that a damaged or hostile file ends with a message.
public struct ImportLimits: Sendable {
  /// Bytes of one file, after decompression.
  public var partBytes = 16 << 30
  /// Records of one file.
  public var rows = 100_000_000
  /// Distinct pairs of code and origin in one file.
  public var cells = 8_000_000
  /// Bytes of one record.
  public var recordBytes = 4 << 20
  /// Files of one set.
  public var parts = 10_000
  /// Bytes of a manifest or a map.
  public var listBytes = 64 << 20

  public init() {}
}
