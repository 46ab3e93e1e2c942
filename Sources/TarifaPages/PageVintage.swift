/// What a page rests on: said at its foot.
public struct PageVintage: Hashable, Sendable {
  public let engine: String
  /// The hash of the manifest of the data.
  public let data: String

  public init(engine: String, data: String) {
    self.engine = engine
    self.data = data
  }
}
