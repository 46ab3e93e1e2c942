/// What a measure lays down for a span of days: goods, origins, duty, base and stacking change
/// together with the text that changes them.
public struct Term: Hashable, Sendable {
  public var validity: Validity
  /// The heading to declare, such as a heading of chapter 99.
  public var heading: String?
  public var scope: Scope
  public var duty: TermDuty
  public var base: ValueBase
  public var stacking: Stacking
  public var effect: Effect
  public var citation: String
  /// Other defensible interpretations of this term, each with its own amount.
  public var readings: [AlternativeReading]
  /// Set when a court or the authority itself has held the term void.
  public var invalidation: Invalidation?

  public init(
    validity: Validity, heading: String? = nil, scope: Scope = Scope(), duty: TermDuty,
    base: ValueBase = .value, stacking: Stacking = Stacking(), effect: Effect = .duty,
    citation: String, readings: [AlternativeReading] = [], invalidation: Invalidation? = nil
  ) {
    self.validity = validity
    self.heading = heading
    self.scope = scope
    self.duty = duty
    self.base = base
    self.stacking = stacking
    self.effect = effect
    self.citation = citation
    self.readings = readings
    self.invalidation = invalidation
  }
}
