/// A field of a form that cannot be read.
public struct PageFormError: Error, Hashable, Sendable {
  public let field: String
  public let message: String
}
