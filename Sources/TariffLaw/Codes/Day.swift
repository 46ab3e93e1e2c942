/// A calendar day. Law takes effect on days; clock times are notes.
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01 in the proleptic Gregorian calendar.
  public let number: Int32

  public init(number: Int32) { self.number = number }

  /// - Returns: `nil` when there is no such day or the year is outside 1900 to 2199.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, counting the year from March so that the leap day comes last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `YYYY-MM-DD`.
  ///
  /// - Returns: `nil` for any other shape or a day that does not exist.
  public init?(_ text: some StringProtocol) {
    var parts = [0, 0, 0]
    var part = 0
    var position = 0
    for byte in text.utf8 {
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        part += 1
      } else {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        parts[part] = parts[part] * 10 + Int(byte - UInt8(ascii: "0"))
      }
      position += 1
      guard position <= 10 else { return nil }
    }
    guard position == 10 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  public var yearMonthDay: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var year: Int { yearMonthDay.year }

  /// Whole days from this day to another; negative when the other is earlier.
  public func days(to other: Day) -> Int { Int(other.number) - Int(number) }

  /// The day so many days later; the last or first there is where it would lie beyond.
  public func advanced(by days: Int) -> Day {
    let (sum, isBeyond) = Int(number).addingReportingOverflow(days)
    return Day(number: Int32(clamping: isBeyond ? (days < 0 ? .min : .max) : sum))
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: Comparable {
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

extension Day: CustomStringConvertible {
  public var description: String {
    let (year, month, day) = yearMonthDay
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
