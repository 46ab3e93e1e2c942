/// The answer for goods of one kind less the column of the schedule, where the measures on top do not
/// depend on it.
struct AdditiveAnswer {
  let column: Column
  /// The rate of a preference, which its own column fixes; `nil` for another column.
  let fixedColumn: Fraction?
  let status: EntryStatus
  let additional: Fraction
  let low: Fraction
  let high: Fraction?
  /// Rates of the lines on top, and where the column's stands among them.
  let rates: [Fraction]
  private let columnPosition: Int
  let detail: String

  /// - Parameter column: the rate of the column in the summary; that of a preference is its line's.
  /// - Returns: `nil` where it is not a share of the value alone, or the bounds are not known.
  init?(
    _ summary: EntrySummary, _ separable: EntrySummary.Separable, column: Fraction?
  ) {
    guard !summary.dependsOnAmounts, let low = summary.total.rateLow, summary.total.rate != nil
    else { return nil }
    let counting = summary.lines.filter { $0.status == .applied || $0.status == .needsFacts }
    guard let position = counting.firstIndex(where: \.isColumn),
      let column = column ?? counting[position].rate
    else { return nil }
    fixedColumn = if case .special = separable.column { column } else { nil }
    status = summary.status
    self.column = separable.column
    additional = separable.additional
    self.low = low - column
    high = summary.total.rateHigh.map { $0 - column }
    rates = counting.filter { !$0.isColumn }.compactMap(\.rate)
    columnPosition = position
    detail = PricedEntry(summary).detail
  }

  func priced(_ column: Fraction) -> PricedEntry {
    var all = rates
    all.insert(column, at: min(columnPosition, all.count))
    return PricedEntry(
      status: status,
      total: Assessment.Total(
        rate: column + additional, additionalRate: additional,
        // Goods that are free of every line owe nothing, whatever their value.
        duty: all.allSatisfy(\.isZero) ? .zero : nil, rateLow: column + low,
        rateHigh: high.map { $0 + column }, dutyLow: nil, dutyHigh: nil),
      rates: all, detail: detail, dependsOnAmounts: false, dependsOnValue: false)
  }
}
