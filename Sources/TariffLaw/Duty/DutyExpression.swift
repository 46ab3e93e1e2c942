/// A rate of duty as the schedule writes it, read into structure: a sum of parts.
///
/// `$1.104/kg + 14.9%` is one specific and one ad valorem part. An empty sum is free of duty.
public struct DutyExpression: Hashable, Sendable {
  /// One summand of a duty.
  public enum Part: Hashable, Sendable {
    /// A share of the value of ``DutyBase``.
    case adValorem(Fraction, of: DutyBase)
    /// An amount of money a unit.
    case specific(SpecificDuty)
    /// A duty by degree of purity, as for raw sugar.
    case byDegree(DegreeDuty)
  }

  public let parts: [Part]
  /// A condition the text attaches to the rate (`under bond, as prescribed in …`), not evaluated.
  public let condition: String?

  public static let free = DutyExpression(parts: [])

  public init(parts: [Part], condition: String? = nil) {
    self.parts = parts
    self.condition = condition
  }

  /// An ad valorem duty on the whole customs value.
  public static func adValorem(_ rate: Fraction) -> DutyExpression {
    DutyExpression(parts: rate.isZero ? [] : [.adValorem(rate, of: .value)])
  }

  public var isFree: Bool { parts.isEmpty }

  /// The rate, when the duty is a single share of the customs value or free; else `nil`.
  public var pureAdValorem: Fraction? {
    var rate = Fraction.zero
    for part in parts {
      guard case .adValorem(let share, of: .value) = part else { return nil }
      rate += share
    }
    return rate
  }
}
