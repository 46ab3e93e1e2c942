/// What is wrong with a field of an entry and how to mend it.
public struct EntryError: Error, Hashable, Sendable {
  /// The field: `hts`, `origin`, `on`, `value`, `quantity`, `unit`, `claim` or `fact`.
  public let field: String
  public let message: String

  init(_ field: String, _ message: String) {
    self.field = field
    self.message = message
  }
}

extension EntryError: CustomStringConvertible {
  public var description: String { "\(field): \(message)" }
}
