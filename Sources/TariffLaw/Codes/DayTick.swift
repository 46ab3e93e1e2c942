/// The first day of a month or year with its label, as a line of an axis of days.
package struct DayTick: Hashable, Sendable {
  package let day: Day
  /// The year where ticks are years, `2018-07` otherwise.
  package let label: String

  /// The firsts of months or years that divide a span, no more than so many.
  package static func ticks(in span: ClosedRange<Day>, atMost most: Int) -> [DayTick] {
    for step in [1, 2, 3, 6, 12, 24, 60, 120, 240] {
      let ticks = ticks(in: span, every: step)
      if ticks.count <= max(1, most) { return ticks }
    }
    return []
  }

  private static func ticks(in span: ClosedRange<Day>, every months: Int) -> [DayTick] {
    var ticks: [DayTick] = []
    var (year, month, _) = span.lowerBound.yearMonthDay
    year -= months > 12 ? year % (months / 12) : 0
    month = months >= 12 ? 1 : (month - 1) / months * months + 1
    while let day = Day(year: year, month: month, day: 1), day <= span.upperBound {
      if day >= span.lowerBound {
        let two = month < 10 ? "0\(month)" : "\(month)"
        ticks.append(DayTick(day: day, label: months >= 12 ? "\(year)" : "\(year)-\(two)"))
      }
      let total = year * 12 + month - 1 + months
      (year, month) = (total / 12, total % 12 + 1)
    }
    return ticks
  }
}
