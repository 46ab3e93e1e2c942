import TariffLaw

/// How an amount of money is written.
enum Money {
  case dollars
  case cents

  func text(_ amount: Fraction) -> String? {
    switch self {
    case .dollars: printed(amount).map { "$\($0)" }
    case .cents: printed(amount * 100).map { "\($0)¢" }
    }
  }
}

/// A duty in the plainest words of the schedule.
///
/// - Returns: `nil` where a number has no text, or a unit no spelling of its own.
func printed(_ expression: DutyExpression, in money: Money) -> String? {
  if expression.parts.isEmpty {
    return expression.condition.map { $0.hasPrefix("(") ? "Free \($0)" : "Free, \($0)" } ?? "Free"
  }
  let parts = expression.parts.compactMap { printed($0, in: money) }
  return parts.count == expression.parts.count ? parts.joined(separator: " + ") : nil
}

private func printed(_ part: DutyExpression.Part, in money: Money) -> String? {
  switch part {
  case .adValorem(let rate, of: let base):
    guard let percent = printed(rate * 100) else { return nil }
    // The last word 'content' is left off a name when it is read.
    if case .component(let name) = base { return "\(percent)% on \(name) content" }
    return "\(percent)%"
  case .specific(let duty):
    guard let amount = money.text(duty.amount), let unit = spelling(duty.unit) else { return nil }
    return "\(amount)/\(unit)" + (duty.freeUnits > 0 ? " over \(duty.freeUnits)" : "")
      + (duty.measured.map { " on \($0) content" } ?? "")
  case .byDegree(let duty):
    guard let amount = money.text(duty.amount), let step = money.text(duty.step),
      let floor = money.text(duty.floor), let unit = spelling(duty.unit)
    else { return nil }
    return "\(amount)/\(unit) less \(step)/\(unit) for each degree under "
      + "\(duty.reference.decimalText()) degrees but not less than \(floor)/\(unit)"
  }
}

/// A decimal, or a whole number and a vulgar fraction.
private func printed(_ number: Fraction) -> String? {
  let decimal = number.decimalText()
  if Fraction(decimal: decimal) == number { return decimal }
  let (whole, rest) = number.numerator.quotientAndRemainder(dividingBy: number.denominator)
  guard let rest = Int(exactly: rest), let bottom = Int(exactly: number.denominator) else {
    return nil
  }
  return "\(whole) \(rest)/\(bottom)"
}

private func spelling(_ unit: QuantityUnit) -> String? {
  QuantityUnit(spelling: unit.name) == unit ? unit.name : nil
}
