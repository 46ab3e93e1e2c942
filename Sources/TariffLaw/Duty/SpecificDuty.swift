/// An amount of money for each unit of quantity.
public struct SpecificDuty: Hashable, Sendable {
  /// United States dollars for one `unit`.
  public let amount: Fraction
  public let unit: QuantityUnit
  /// The part of the article that is measured (`copper content`, `drained weight`); `nil` for the
  /// article itself. The entry states it as the fact of that name, in `unit`.
  public let measured: String?
  /// How many units are free of it: `2.8¢/jewel over 7`.
  public let freeUnits: Int

  public init(amount: Fraction, unit: QuantityUnit, measured: String? = nil, freeUnits: Int = 0) {
    self.amount = amount
    self.unit = unit
    self.measured = measured
    self.freeUnits = freeUnits
  }
}
