/// Amounts as bars from zero, with intervals where there are draws.
public struct RangeBars: Chart {
  public struct Row: Sendable {
    public let label: String
    public let value: Double
    /// The 5th and the 95th percentile of the draws.
    public let range: ClosedRange<Double>?

    public init(_ label: String, _ value: Double, _ range: ClosedRange<Double>? = nil) {
      self.label = label
      self.value = value
      self.range = range
    }
  }

  public let title: String
  public let subtitle: String
  public let rows: [Row]
  public let unit: Unit
  /// Whether a plus is written before what is above zero, as for changes.
  public let isSigned: Bool
  /// Whether the amounts are a model's, so that a lack of intervals must be said.
  public let isEstimated: Bool

  public init(
    title: String, subtitle: String = "", rows: [Row], unit: Unit, isSigned: Bool = false,
    isEstimated: Bool = true
  ) {
    self.title = title
    self.subtitle = subtitle
    self.rows = rows
    self.unit = unit
    self.isSigned = isSigned
    self.isEstimated = isEstimated
  }

  var hasRanges: Bool { rows.contains { $0.range != nil } }

  func value(_ row: Row) -> String { isSigned ? unit.signed(row.value) : unit.words(row.value) }

  func interval(_ row: Row) -> String {
    row.range.map { " (\(unit.words($0)))" } ?? ""
  }

  public var words: String {
    guard !rows.isEmpty else { return "\(title). There is nothing to show." }
    return "\(title). "
      + rows.map { "\($0.label): \(value($0))\(interval($0))" }
      .joined(separator: "; ") + "."
      + (hasRanges
        ? " In brackets the 5th and the 95th percentile of the draws."
        : isEstimated ? " Single runs without an interval." : "")
  }

  public var table: Table {
    Table(
      title, [.init("what"), .init("value", unit), .init("low", unit), .init("high", unit)],
      rows.map {
        [
          .text($0.label), .number($0.value), .number($0.range?.lowerBound),
          .number($0.range?.upperBound),
        ]
      })
  }
}
