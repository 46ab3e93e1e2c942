import TariffLaw

/// Days laid out along a line of the drawing.
struct DayScale {
  let span: ClosedRange<Day>
  let left: Double
  let right: Double

  /// Where a day begins.
  func place(_ day: Day) -> Double {
    let length = max(1, span.lowerBound.days(to: span.upperBound))
    return left + Double(span.lowerBound.days(to: day)) / Double(length) * (right - left)
  }

  /// Ticks whose labels do not run into each other.
  func ticks(size: Double) -> [DayTick] {
    DayTick.ticks(in: span, atMost: Int((right - left) / TextWidth.of("2018-07  ", size: size)))
  }
}
