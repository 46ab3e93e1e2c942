/// What a measure lays down for a span of days: goods, origins, duty, base and stacking change
/// together with the text that changes them.
public struct Term: Hashable, Sendable {
  public var validity: Validity
  /// The heading to declare, such as a heading of chapter 99.
  public var heading: String?
  /// The heading to declare instead where the term's total is reached already and nothing is owed.
  public var reachedHeading: String?
  /// The heading to declare where the term stands aside for another measure.
  public var asideHeading: String?
  public var scope: Scope
  public var duty: TermDuty
  public var base: ValueBase
  public var limits: AmountLimits
  public var stacking: Stacking
  public var effect: Effect
  public var citation: String
  /// Other defensible interpretations of this term, each with its own amount.
  public var readings: [AlternativeReading]
  /// Set when a court or the authority itself has held the term void.
  public var invalidation: Invalidation?

  public init(
    validity: Validity, heading: String? = nil, reachedHeading: String? = nil,
    asideHeading: String? = nil, scope: Scope = Scope(), duty: TermDuty, base: ValueBase = .value,
    limits: AmountLimits = .none, stacking: Stacking = Stacking(), effect: Effect = .duty,
    citation: String, readings: [AlternativeReading] = [], invalidation: Invalidation? = nil
  ) {
    self.validity = validity
    self.heading = heading
    self.reachedHeading = reachedHeading
    self.asideHeading = asideHeading
    self.scope = scope
    self.duty = duty
    self.base = base
    self.limits = limits
    self.stacking = stacking
    self.effect = effect
    self.citation = citation
    self.readings = readings
    self.invalidation = invalidation
  }
}
