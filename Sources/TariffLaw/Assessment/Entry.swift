/// What an importer declares: the good, where it comes from, the day, and what bears on the duty.
public struct Entry: Hashable, Sendable {
  /// Eight or ten digits.
  public var code: HTSCode
  public var origin: CountryCode
  /// The day of entry for consumption.
  public var day: Day
  /// Customs value in United States dollars; `nil` when not stated.
  public var value: Fraction?
  public var quantities: [QuantityUnit: Fraction]
  /// Programmes and exclusions the importer claims, by indicator or name.
  public var claims: [String]
  public var facts: [String: FactValue]

  public init(
    code: HTSCode, origin: CountryCode, day: Day, value: Fraction? = nil,
    quantities: [QuantityUnit: Fraction] = [:], claims: [String] = [],
    facts: [String: FactValue] = [:]
  ) {
    self.code = code
    self.origin = origin
    self.day = day
    self.value = value
    self.quantities = quantities
    self.claims = claims
    self.facts = facts
  }

  /// The quantity in a unit, converted where the stated unit measures the same thing.
  func quantity(in unit: QuantityUnit) -> Fraction? {
    if let stated = quantities[unit] { return stated }
    for (stated, amount) in quantities.sorted(by: { $0.key.name < $1.key.name }) {
      if let factor = stated.factor(to: unit) { return amount * factor }
    }
    return nil
  }
}
