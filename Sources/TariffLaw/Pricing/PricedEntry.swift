/// What is owed on an entry, as a row of a table holds it.
public struct PricedEntry: Sendable {
  public let status: EntryStatus
  public let total: Assessment.Total
  /// Rates of the lines that count, in their order: duty is rounded line by line.
  public let rates: [Fraction]
  /// The headings that count; for an entry without a full answer, what is missing.
  public let detail: String
  /// Whether the answer holds for the stated value and quantities only.
  package let dependsOnAmounts: Bool
  /// Whether the value itself is asked for by a condition or a base.
  let dependsOnValue: Bool

  init(
    status: EntryStatus, total: Assessment.Total, rates: [Fraction], detail: String,
    dependsOnAmounts: Bool, dependsOnValue: Bool
  ) {
    self.status = status
    self.total = total
    self.rates = rates
    self.detail = detail
    self.dependsOnAmounts = dependsOnAmounts
    self.dependsOnValue = dependsOnValue
  }

  init(_ assessment: Assessment) {
    status = assessment.status
    total = assessment.total
    rates = []
    dependsOnAmounts = true
    dependsOnValue = true
    switch assessment.status {
    case .ok, .inadmissible: detail = PricedEntry.headings(assessment.lines)
    case .needsFacts:
      detail = PricedEntry.needs(assessment.questions.map(\.fact))
    case .unparsed, .unknownCode, .unknownOrigin, .outOfSpan, .badRow:
      detail = assessment.warnings.joined(separator: " ")
    }
  }

  init(_ summary: EntrySummary) {
    status = summary.status
    total = summary.total
    let counting = summary.lines.filter { $0.status == .applied || $0.status == .needsFacts }
    rates = counting.compactMap(\.rate)
    dependsOnAmounts = summary.dependsOnAmounts
    dependsOnValue = summary.dependsOnValue
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
    var cents: Int128 = 0
    for rate in rates {
      guard let part = rate.cents(of: value) else { return nil }
      cents += part
    }
    return Fraction(reducing: cents, 100)
  }

  /// What a row of a table shows: answers with equal keys are one.
  struct Key: Hashable {
    private let status: EntryStatus
    private let rates: [Fraction]
    private let bounds: [Fraction?]
    private let detail: String
    private let depends: [Bool]

    init(_ entry: PricedEntry) {
      status = entry.status
      rates = entry.rates
      bounds = [
        entry.total.rate, entry.total.additionalRate, entry.total.rateLow, entry.total.rateHigh,
      ]
      detail = entry.detail
      depends = [entry.dependsOnAmounts, entry.dependsOnValue]
    }
  }
}
