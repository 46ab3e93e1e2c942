public import TariffLaw

/// One revision of a list: what goes off it and what comes on.
public struct Revision: Sendable {
  /// Counting from 1.
  public let number: Int
  public let day: Day
  /// In the order of the codes.
  public let out: [RotationLine]
  public let new: [RotationLine]
  /// Covered imports of the list after it.
  public let importsAfter: Double
  /// What buyers come to lose by the lines that come on, beside those that stay: solved exactly.
  public let lossCreated: Double
  /// The sum of their losses each alone, by which they were chosen, and the least that any choice of
  /// divisible lines could have.
  public let lossAlone: Double
  public let bound: Double
  /// What buyers lose by the whole list after it: solved exactly.
  public let lossAfter: Double

  /// How far the choice may be from the best, as a share of it, where losses add up.
  public var gap: Double { bound > 0 ? lossAlone / bound - 1 : 0 }
}
