/// A JSON document that is well formed but lacks what a reader needs.
public struct JSONShapeError: Error, Hashable, Sendable {
  /// Where: `balance.total`, `lines[3].rate`; empty for the whole document.
  public let path: String
  /// What is needed there: "a number".
  public let expected: String
  /// What stands there: "null", "nothing".
  public let found: String

  public init(path: String, expected: String, found: String) {
    self.path = path
    self.expected = expected
    self.found = found
  }
}

extension JSONShapeError: CustomStringConvertible {
  public var description: String {
    "\(path.isEmpty ? "the document" : path): \(expected) is needed, found \(found)"
  }
}
