/// What is owed on an entry, as a row of a table holds it.
public struct PricedEntry: Sendable {
  public let status: EntryStatus
  public let total: Assessment.Total
  /// Rates of the lines that count, in their order: duty is rounded line by line.
  public let rates: [Fraction]
  /// The headings that count; for an entry without a full answer, what is missing.
  public let detail: String
  public let edition: String?
  /// Whether the answer holds for the stated value and quantities only.
  public let dependsOnAmounts: Bool

  static let none = PricedEntry(
    status: .badRow, total: .unknown, rates: [], detail: "", edition: nil, dependsOnAmounts: true)

  init(
    status: EntryStatus, total: Assessment.Total, rates: [Fraction], detail: String,
    edition: String?, dependsOnAmounts: Bool
  ) {
    self.status = status
    self.total = total
    self.rates = rates
    self.detail = detail
    self.edition = edition
    self.dependsOnAmounts = dependsOnAmounts
  }

  init(_ assessment: Assessment) {
    status = assessment.status
    total = assessment.total
    rates = []
    edition = assessment.edition
    dependsOnAmounts = true
    switch assessment.status {
    case .ok, .inadmissible: detail = PricedEntry.headings(assessment.lines)
    case .needsFacts:
      detail = PricedEntry.needs(assessment.questions.map(\.fact))
    case .unparsed, .unknownCode, .unknownOrigin, .outOfSpan, .badRow:
      detail = assessment.warnings.joined(separator: " ")
    }
  }

  init(_ summary: EntrySummary, edition: String) {
    status = summary.status
    total = summary.total
    self.edition = edition
    let counting = summary.lines.filter { $0.status == .applied || $0.status == .needsFacts }
    rates = counting.compactMap(\.rate)
    dependsOnAmounts = summary.dependsOnAmounts
    switch summary.status {
    case .needsFacts: detail = PricedEntry.needs(summary.asks)
    case .unparsed:
      detail = summary.unparsed
        .map { "this rate could not be read and is not counted: \($0)" }.joined(separator: " ")
    default: detail = PricedEntry.headings(summary.lines)
    }
  }

  private static func headings(_ lines: [AssessedLine]) -> String {
    lines.filter { $0.status == .applied && !$0.isColumn }.map { $0.heading ?? $0.measure }
      .joined(separator: " ")
  }

  /// Names of the facts to state.
  private static func needs(_ facts: [String]) -> String {
    "needs " + facts.joined(separator: ", ")
  }

  /// The duty on a value: each line rounded half-up to the cent, then added; `nil` when the rates are
  /// not known.
  public func duty(on value: Fraction) -> Fraction? {
    guard !dependsOnAmounts, total.rate != nil else { return total.duty }
    return rates.reduce(.zero) { $0 + ($1 * value).roundedToCent }
  }
}
