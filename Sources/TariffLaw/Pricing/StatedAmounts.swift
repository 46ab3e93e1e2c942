/// A column of the schedule for goods whose quantity is stated in one unit: a share of the value, and amounts of
/// money a unit.
struct StatedAmounts {
  let adValorem: Fraction
  private let specific: [Specific]

  private struct Specific {
    /// Dollars for one stated unit.
    let amount: Fraction
    /// How many stated units are free of it.
    let free: Fraction
  }

  /// - Returns: `nil` for a duty on a component, a part or a degree, which are facts of the entry, and where the
  ///   unit does not measure what the column asks for.
  init?(_ expression: DutyExpression, in unit: QuantityUnit) {
    var adValorem = Fraction.zero
    var specific: [Specific] = []
    for part in expression.parts {
      switch part {
      case .adValorem(let rate, of: .value): adValorem += rate
      case .specific(let duty) where duty.measured == nil:
        guard let factor = unit.factor(to: duty.unit) else { return nil }
        specific.append(
          Specific(amount: duty.amount * factor, free: Fraction(duty.freeUnits) / factor))
      default: return nil
      }
    }
    self.adValorem = adValorem
    self.specific = specific
  }

  /// The dollars owed on a quantity.
  func money(for quantity: Fraction) -> Fraction {
    var money = Fraction.zero
    for duty in specific {
      let charged = duty.free.isZero ? quantity : max(quantity - duty.free, 0)
      let part = duty.amount * charged
      money = specific.count == 1 ? part : money + part
    }
    return money
  }
}
