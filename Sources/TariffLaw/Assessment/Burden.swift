/// What one measure, or all together, costs an entry: a share of the customs value and a sum of
/// money, either of which may be unknown within bounds.
public struct Burden: Hashable, Sendable {
  /// The known share of the customs value.
  var adValorem: Fraction = 0
  /// The known sum of money, dollars.
  var money: Fraction = 0
  /// Bounds of what is unknown, as a share of the customs value; both zero when all is known. An
  /// absent upper bound is unbounded (a specific duty without its quantity).
  var unknownLow: Fraction = 0
  var unknownHigh: Fraction? = 0
  /// The customs value, when stated.
  let value: Fraction?

  init(value: Fraction?) { self.value = value }

  var isKnown: Bool { unknownLow.isZero && unknownHigh == .some(0) }

  /// The share of the customs value the money comes to; `nil` without a value.
  private var moneyRate: Fraction? {
    if money.isZero { return 0 }
    guard let value, value.isPositive else { return nil }
    return money / value
  }

  /// The burden as a share of the customs value (0.34), when known.
  public var rate: Fraction? {
    guard isKnown, let moneyRate else { return nil }
    return adValorem + moneyRate
  }

  /// The burden in dollars rounded half-up to the cent, when known.
  public var duty: Fraction? {
    guard isKnown else { return nil }
    if adValorem.isZero { return money.roundedToCent }
    guard let value else { return nil }
    return (adValorem * value + money).roundedToCent
  }

  public var rateLow: Fraction? {
    guard let moneyRate else { return adValorem + unknownLow }
    return adValorem + moneyRate + unknownLow
  }

  /// `nil` when there is no upper bound.
  public var rateHigh: Fraction? {
    guard let moneyRate, let unknownHigh else { return nil }
    return adValorem + moneyRate + unknownHigh
  }

  public var dutyLow: Fraction? {
    guard let value, let rateLow else { return duty }
    return (rateLow * value).roundedToCent
  }

  public var dutyHigh: Fraction? {
    guard let value, let rateHigh else { return duty }
    return (rateHigh * value).roundedToCent
  }

  /// Whether more than zero is owed; an unknown part counts when it can be more than zero.
  var isOwed: Bool {
    adValorem.isPositive || money.isPositive || unknownLow.isPositive
      || unknownHigh.map(\.isPositive) ?? true
  }

  /// The same burden held to a least and a most amount; open where the value is not known.
  func within(_ limits: AmountLimits) -> Burden {
    guard !limits.isNone else { return self }
    var result = Burden(value: value)
    guard isKnown, let duty else {
      result.unknownHigh = nil
      return result
    }
    result.money = limits.holding(duty)
    return result
  }

  static func + (a: Burden, b: Burden) -> Burden {
    var sum = a
    sum.adValorem += b.adValorem
    sum.money += b.money
    sum.unknownLow += b.unknownLow
    if let high = a.unknownHigh, let other = b.unknownHigh {
      sum.unknownHigh = high + other
    } else {
      sum.unknownHigh = nil
    }
    return sum
  }
}
