/// The least and the most dollars a term charges on one entry, whatever its rate comes to.
public struct AmountLimits: Hashable, Sendable {
  public let least: Fraction?
  public let most: Fraction?

  public static let none = AmountLimits(least: nil, most: nil)

  public init(least: Fraction?, most: Fraction?) {
    self.least = least
    self.most = most
  }

  var isNone: Bool { least == nil && most == nil }

  /// The amount within the limits.
  func holding(_ amount: Fraction) -> Fraction {
    var held = amount
    if let least { held = max(held, least) }
    if let most { held = min(held, most) }
    return held
  }
}
