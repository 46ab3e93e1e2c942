/// A country, or a group of them, of a world base.
public struct WorldCountry: Hashable, Sendable {
  public let code: String
  public let name: String

  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}
