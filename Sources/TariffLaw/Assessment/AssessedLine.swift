/// One measure considered for an entry, with what came of it and why.
public struct AssessedLine: Hashable, Sendable {
  public let measure: String
  public let title: String
  public let authority: String
  public let heading: String?
  public let status: LineStatus
  /// What the measure costs; for a displaced line, what it would cost.
  public let burden: Burden?
  /// The rate as the law prints it.
  public let rateText: String?
  public let citation: String
  /// The days of the term.
  public let span: DaySpan?
  public let reason: String
  /// Whether it is a column of the schedule rather than a duty on top.
  public let isColumn: Bool
  /// The heading of the tariff to declare because of this measure: its own where it applies, that of
  /// the exemption, or the one for goods it stands aside for.
  public let declared: String?
  /// What part of the customs value the duty is on; `nil` where it is not known or not found.
  public let base: LineBase?
  /// Whether the line is a charge beside the duty; see ``Measure/Kind-swift.enum/fee``.
  public let isFee: Bool

  /// The share of the customs value, for a line that counts.
  public var rate: Fraction? { burden?.rate }
  /// Dollars to the cent, for a line that counts.
  public var duty: Fraction? { burden?.duty }
}
