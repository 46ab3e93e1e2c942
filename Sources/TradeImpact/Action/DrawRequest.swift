/// How many draws to make, and from which seed.
public struct DrawRequest: Hashable, Sendable {
  public let count: Int
  public let seed: UInt64

  /// At least two, and no more than memory for them is certain.
  public static let counts = 2...100_000

  public init(count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
  }
}
