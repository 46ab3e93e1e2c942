/// A sector of a world base.
public struct WorldSector: Hashable, Sendable {
  public let code: String
  public let name: String
  /// Whether its goods cross borders under a tariff; services may be traded all the same.
  public let isTradable: Bool
  /// The trade elasticity by set of estimates; the empty name is the base's own.
  public let thetas: [String: Double]

  public init(code: String, name: String, isTradable: Bool, thetas: [String: Double]) {
    self.code = code
    self.name = name
    self.isTradable = isTradable
    self.thetas = thetas
  }
}
