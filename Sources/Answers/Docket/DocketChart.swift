package import TariffLaw
package import TradeAction

/// The days of a docket laid out on one axis, for the chart in text.
package struct DocketChart: Sendable {
  /// One step with a day to show.
  package struct Row: Sendable {
    package let step: DocketStep
    /// From when its time runs, or its window is open.
    package let start: Day?
    package let due: Day?
    /// What was done, in order.
    package let done: [Day]
    /// What is announced.
    package let scheduled: Day?
    /// From the last day to the day it was done, or as long as it is known not to have been.
    package let overdue: ClosedRange<Day>?
  }

  package let docket: Docket
  package let rows: [Row]
  /// Every day shown lies in it.
  package let span: ClosedRange<Day>

  package init(_ docket: Docket) {
    self.docket = docket
    rows = docket.steps.compactMap { step in
      let row = Row(
        step: step, start: step.opens ?? step.start, due: step.due, done: step.events.map(\.day),
        scheduled: step.scheduled?.day, overdue: Self.overdue(step))
      let isShown = row.due != nil || !row.done.isEmpty || row.scheduled != nil
      return isShown && step.status != .waived ? row : nil
    }
    var days = rows.flatMap { row in
      row.done + [row.start, row.due, row.scheduled, row.overdue?.upperBound].compactMap { $0 }
    }
    days.append(docket.on)
    let first = days.min() ?? docket.on
    let last = days.max() ?? docket.on
    // A little room at both ends, so that no mark is cut.
    let room = max(7, first.days(to: last) / 40)
    span = first.advanced(by: -room)...last.advanced(by: room)
  }

  private static func overdue(_ step: DocketStep) -> ClosedRange<Day>? {
    guard let due = step.due, let days = step.daysLate else { return nil }
    return due...due.advanced(by: days)
  }

  /// Where a day lies on the axis, from 0 to 1.
  package func place(_ day: Day) -> Double {
    Double(span.lowerBound.days(to: day)) / Double(span.lowerBound.days(to: span.upperBound))
  }
}
