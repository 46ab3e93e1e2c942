public import TariffLaw

/// Parts of a number that add up, from day to day.
public struct StackedArea: Chart {
  public struct Series: Sendable {
    public let name: String
    /// One for each interval.
    public let values: [Double]

    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public let title: String
  public let subtitle: String
  /// In order of days, without gap, both days inclusive.
  public let intervals: [ClosedRange<Day>]
  /// From the axis outwards.
  public let series: [Series]
  public let unit: Unit

  /// - Parameter series: each with as many values as there are intervals. Those beyond the colours
  ///   there are, the smallest over all days, are drawn as one.
  public init(
    title: String, subtitle: String = "", intervals: [ClosedRange<Day>], series: [Series],
    unit: Unit
  ) {
    self.title = title
    self.subtitle = subtitle
    self.intervals = intervals
    self.unit = unit
    let days = intervals.map { Double($0.lowerBound.days(to: $0.upperBound) + 1) }
    func size(_ series: Series) -> Double {
      zip(series.values, days).reduce(0) { $0 + $1.0.magnitude * $1.1 }
    }
    let most = ChartStyle.series
    guard series.count > most else {
      self.series = series
      return
    }
    let kept = Set(
      series.indices.sorted { (size(series[$1]), $0) < (size(series[$0]), $1) }.prefix(most - 1))
    let rest = series.indices.filter { !kept.contains($0) }
    let sum = intervals.indices.map { interval in
      rest.reduce(0) { $0 + series[$1].values[interval] }
    }
    self.series =
      series.indices.filter { kept.contains($0) }.map { series[$0] }
      + [Series(name: "\(rest.count) others", values: sum)]
  }

  func total(_ interval: Int) -> Double { series.reduce(0) { $0 + $1.values[interval] } }

  public var words: String {
    guard let first = intervals.first, let last = intervals.indices.last else {
      return "\(title). There is nothing to show."
    }
    let highest = intervals.indices.max { total($0) < total($1) } ?? last
    func parts(_ interval: Int) -> String {
      series.filter { $0.values[interval] != 0 }
        .map { "\($0.name) \(unit.words($0.values[interval]))" }.joined(separator: ", ")
    }
    return "\(title), \(first.lowerBound) to \(intervals[last].upperBound). It begins at "
      + "\(unit.words(total(0))) (\(parts(0))). The highest is \(unit.words(total(highest))) from "
      + "\(intervals[highest].lowerBound) (\(parts(highest))). It ends at "
      + "\(unit.words(total(last))) (\(parts(last)))."
  }

  public var table: Table {
    Table(
      title,
      [.init("from"), .init("until")] + series.map { .init($0.name, unit) }
        + [.init("total", unit)],
      intervals.indices.map { interval in
        [
          .text("\(intervals[interval].lowerBound)"), .text("\(intervals[interval].upperBound)"),
        ] + series.map { .number($0.values[interval]) } + [.number(total(interval))]
      })
  }
}
