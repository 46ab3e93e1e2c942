/// What one evaluation found.
struct Outcome {
  var lines: [AssessedLine] = []
  /// Why the article may not enter, if it may not.
  var bar: String?
  /// Whether a line could not be decided for want of a fact without a default.
  var isUndecided = false
  /// Texts of duties that apply and could not be read.
  var unparsed: [String] = []
  var documents: [String] = []
  /// Charges beside the duty, outside every total.
  var fees: [AssessedLine] = []
  private let value: Fraction?
  private(set) var columns: Burden
  private(set) var additional: Burden
  /// Bounds of the sum. A total falls as what it counts rises, so its own bounds are swapped.
  private var low: Fraction = 0
  private var high: Fraction? = 0
  private var duty: Fraction? = 0

  init(value: Fraction?) {
    self.value = value
    columns = Burden(value: value)
    additional = Burden(value: value)
  }

  mutating func add(_ burden: Burden, isColumn: Bool, fallsAsOthersRise: Bool) {
    if isColumn { columns = columns + burden } else { additional = additional + burden }
    duty = duty.flatMap { sum in burden.duty.map { sum + $0 } }
    let swap = fallsAsOthersRise && !burden.isKnown
    low = low + ((swap ? burden.rateHigh : burden.rateLow) ?? 0)
    let top = swap ? burden.rateLow : burden.rateHigh
    high = high.flatMap { sum in top.map { sum + $0 } }
  }

  var total: Assessment.Total {
    guard bar == nil, unparsed.isEmpty else { return .unknown }
    let rate = isUndecided ? nil : (columns + additional).rate
    return Assessment.Total(
      rate: rate,
      additionalRate: isUndecided ? nil : additional.rate,
      duty: isUndecided ? nil : duty,
      rateLow: rate ?? low, rateHigh: rate ?? high,
      dutyLow: duty ?? value.map { (low * $0).roundedToCent },
      dutyHigh: duty ?? value.flatMap { value in high.map { ($0 * value).roundedToCent } })
  }

  /// What the measures on top lay, where it does not depend on the column of the schedule: then goods
  /// that differ in their column alone need no evaluation of their own.
  func separable(_ evaluation: Evaluation) -> EntrySummary.Separable? {
    guard bar == nil, unparsed.isEmpty, !isUndecided, additional.isKnown,
      evaluation.candidates.allSatisfy({ $0.amount == .adds })
    else { return nil }
    var column: Column?
    for line in lines where line.isColumn && (line.status == .applied || line.status == .needsFacts)
    {
      guard column == nil,
        let candidate = evaluation.candidates.first(where: {
          evaluation.regime.measures[$0.measure].id == line.measure
        }),
        case .column(let found) = evaluation.regime.measures[candidate.measure]
          .terms[candidate.term].duty,
        case .value = candidate.base
      else { return nil }
      column = found
    }
    guard let column, let rate = additional.rate else { return nil }
    return EntrySummary.Separable(column: column, additional: rate)
  }

  /// Whether another evaluation comes to the same for the importer.
  func agrees(with other: Outcome) -> Bool {
    (bar == nil) == (other.bar == nil) && total == other.total
      && unparsed.isEmpty == other.unparsed.isEmpty && isUndecided == other.isUndecided
  }
}
