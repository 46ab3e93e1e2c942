/// A column of the schedule that is a share of the value and amounts of money for quantities of the article itself.
struct ColumnAmounts {
  private let adValorem: Fraction
  private let specific: [SpecificDuty]

  /// What a column comes to for stated quantities.
  struct Sum {
    let adValorem: Fraction
    /// Dollars.
    let money: Fraction
  }

  /// - Returns: `nil` for a duty on a component, a part or a degree, which are facts of the entry.
  init?(_ expression: DutyExpression) {
    var adValorem = Fraction.zero
    var specific: [SpecificDuty] = []
    for part in expression.parts {
      switch part {
      case .adValorem(let rate, of: .value): adValorem += rate
      case .specific(let duty) where duty.measured == nil: specific.append(duty)
      default: return nil
      }
    }
    self.adValorem = adValorem
    self.specific = specific
  }

  /// - Returns: `nil` where a quantity is not stated.
  func sum(for entry: Entry) -> Sum? {
    var money = Fraction.zero
    for duty in specific {
      guard let amount = entry.quantity(in: duty.unit) else { return nil }
      money += duty.amount * max(amount - Fraction(duty.freeUnits), 0)
    }
    return Sum(adValorem: adValorem, money: money)
  }
}
