/// What is wrong with a request and how to mend it.
public struct RequestError: Error, Hashable, Sendable {
  /// The option or column it is about; empty when the whole request is meant.
  public let field: String
  public let message: String

  public init(field: String = "", message: String) {
    self.field = field
    self.message = message
  }
}

extension RequestError: CustomStringConvertible {
  public var description: String { field.isEmpty ? message : "\(field): \(message)" }
}
