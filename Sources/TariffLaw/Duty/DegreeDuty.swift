/// A specific duty that falls with each degree under a reference and has a floor, as the schedule
/// writes for raw sugar (chapter 17, additional note on polarimetric degrees).
///
/// duty per unit = max(`floor`, `amount` - `step` x (`reference` - degrees))
public struct DegreeDuty: Hashable, Sendable {
  /// United States dollars a unit at the reference degree.
  public let amount: Fraction
  /// Dollars a unit less for each degree under the reference, fractions in proportion.
  public let step: Fraction
  public let reference: Fraction
  /// The least duty, dollars a unit.
  public let floor: Fraction
  public let unit: QuantityUnit

  public init(
    amount: Fraction, step: Fraction, reference: Fraction, floor: Fraction, unit: QuantityUnit
  ) {
    self.amount = amount
    self.step = step
    self.reference = reference
    self.floor = floor
    self.unit = unit
  }
}
