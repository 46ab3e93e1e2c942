import Foundation
import TariffLaw
import TestSupport
import Testing
import TradeAction

struct CalendarOffsetTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(arguments: [
    ("2018-01-31", 1, "2018-02-28"), ("2020-01-31", 1, "2020-02-29"),
    ("2017-08-18", 12, "2018-08-18"), ("2018-12-31", 2, "2019-02-28"),
    ("2019-10-31", 1, "2019-11-30"), ("2018-03-15", 0, "2018-03-15"),
  ])
  func monthsKeepTheDayOrTakeTheLast(start: String, months: Int, end: String) throws {
    #expect(
      try Self.day(start).advanced(by: CalendarOffset(months, .months)) == Self.day(end))
  }

  @Test func aLeapDayHasNoAnniversary() throws {
    let leap = try Self.day("2020-02-29")
    #expect(leap.advanced(by: CalendarOffset(1, .years)) == (try Self.day("2021-02-28")))
    #expect(leap.advanced(by: CalendarOffset(4, .years)) == (try Self.day("2024-02-29")))
    #expect(leap.advanced(by: CalendarOffset(1, .years), sign: -1) == (try Self.day("2019-02-28")))
  }

  /// Against a walk day by day: months change as the days do, and the last day of the month wanted that is
  /// no later in it is taken.
  @Test(arguments: 0..<300)
  func agreesWithAWalkThroughTheDays(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let start = Day(number: Int32(random.below(40_000)))
    let unit = CalendarOffset.Unit.allCases[random.below(3)]
    let count = random.below(unit == .days ? 2000 : unit == .months ? 200 : 20)
    let sign = random.below(2) == 0 ? 1 : -1
    let found = try #require(start.advanced(by: CalendarOffset(count, unit), sign: sign))
    guard unit != .days else {
      #expect(start.days(to: found) == sign * count)
      return
    }
    var months = count * (unit == .years ? 12 : 1)
    var day = start
    while months > 0 {
      let next = day.advanced(by: sign)
      if next.yearMonthDay.month != day.yearMonthDay.month { months -= 1 }
      day = next
    }
    let month = day.yearMonthDay.month
    let within = (-31...31).map { day.advanced(by: $0) }.filter { near in
      let parts = near.yearMonthDay
      return parts.month == month && abs(near.days(to: day)) < 31
        && parts.day <= start.yearMonthDay.day
    }
    #expect(found == within.max())
  }

  @Test(arguments: 0..<50)
  func weekdaysFollowOneAnother(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let day = Day(number: Int32(random.below(60_000)) - 20_000)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
    // There Sunday is 1.
    #expect(calendar.component(.weekday, from: date) == (day.weekday.rawValue + 1) % 7 + 1)
    #expect(day.advanced(by: 7).weekday == day.weekday)
  }

  @Test func beyondTheYearsOfADayThereIsNone() throws {
    #expect(try Self.day("2199-06-01").advanced(by: CalendarOffset(1, .years)) == nil)
    #expect(try Self.day("1900-01-15").advanced(by: CalendarOffset(1, .months), sign: -1) == nil)
    #expect(try Self.day("2199-12-31").advanced(by: CalendarOffset(1, .days)) == nil)
  }

  @Test func weekendsGoTheWayTheTextSays() throws {
    // 2017-12-02 was a Saturday.
    let saturday = try Self.day("2017-12-02")
    #expect(saturday.weekday == .saturday)
    #expect(WeekendRule.stays.applied(to: saturday) == saturday)
    #expect(WeekendRule.nextWeekday.applied(to: saturday) == (try Self.day("2017-12-04")))
    #expect(WeekendRule.previousWeekday.applied(to: saturday) == (try Self.day("2017-12-01")))
    let monday = try Self.day("2017-12-04")
    #expect(WeekendRule.allCases.allSatisfy { $0.applied(to: monday) == monday })
  }
}
