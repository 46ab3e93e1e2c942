/// Caps on what is read as JSON, so that hostile text can use up neither memory nor the stack.
public struct JSONLimits: Sendable {
  /// The size of the whole text.
  public var bytes = 64 << 20
  /// How many lists and objects may be open at a time.
  public var depth = 64

  public init() {}
}
