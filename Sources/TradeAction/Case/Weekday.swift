public import TariffLaw

/// A day of the week.
public enum Weekday: Int, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  public var isWeekend: Bool { self == .saturday || self == .sunday }

  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

extension Day {
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let place = (Int(number) + 3) % 7
    return Weekday(rawValue: place < 0 ? place + 7 : place) ?? .monday
  }
}

/// What a text says of a last day on a Saturday or Sunday.
public enum WeekendRule: String, Hashable, Sendable, CaseIterable {
  /// Nothing: the day stays.
  case stays
  case nextWeekday = "next-weekday"
  case previousWeekday = "previous-weekday"

  /// The day under this rule. Holidays are not known here.
  public func applied(to day: Day) -> Day {
    guard self != .stays else { return day }
    var day = day
    while day.weekday.isWeekend { day = day.advanced(by: self == .nextWeekday ? 1 : -1) }
    return day
  }
}
