/// How many rate lines of an edition a set of goods takes in.
public struct LineCoverage: Hashable, Sendable {
  /// Eight-digit lines that are in with everything under them.
  public let whole: Int
  /// Lines of which only some statistical suffixes are in.
  public let partly: Int

  public init(whole: Int, partly: Int) {
    self.whole = whole
    self.partly = partly
  }

  public var total: Int { whole + partly }
}
