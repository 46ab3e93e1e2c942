public import TariffLaw

/// A length of time as statutes write it.
public struct CalendarOffset: Hashable, Sendable {
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case days, months, years
  }

  public let count: Int
  public let unit: Unit

  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// The counts a file may give: beyond them a slip is likelier than a statute.
  static let counts = 0...5000
}

extension CalendarOffset: CustomStringConvertible {
  public var description: String {
    "\(count) " + (count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)
  }
}

extension Day {
  /// The day so much later, or earlier when `sign` is -1.
  ///
  /// Days are calendar days. Months and years lead to the same day of the month, or to the last day of
  /// a month that is too short.
  ///
  /// - Returns: `nil` when that lies outside the years a day can have.
  public func advanced(by offset: CalendarOffset, sign: Int = 1) -> Day? {
    let (year, month, day) = yearMonthDay
    let months: Int
    switch offset.unit {
    case .days:
      let moved = advanced(by: sign * offset.count)
      let place = moved.yearMonthDay
      return Day(year: place.year, month: place.month, day: place.day)
    case .months: months = sign * offset.count
    case .years: months = sign * offset.count * 12
    }
    let total = year * 12 + month - 1 + months
    guard total > 0 else { return nil }
    for clamped in stride(from: day, through: day - 3, by: -1) {
      if let found = Day(year: total / 12, month: total % 12 + 1, day: clamped) { return found }
    }
    return nil
  }
}
