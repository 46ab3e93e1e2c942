import TariffLaw
import Testing
import TradeAction

struct DeadlineRuleTests {
  private static let days: [String: String] = [
    "start": "2018-07-06", "middle": "2019-01-31", "due of start": "2022-07-05",
    "end of start": "2021-02-07",
  ]

  private func resolved(_ rule: DeadlineRule) -> DeadlineRule.Resolution {
    rule.resolved { anchor in
      Self.days[anchor.kind.rawValue + anchor.step].flatMap { Day($0) }
    }
  }

  private static func after(
    _ count: Int, _ unit: CalendarOffset.Unit, _ anchor: String, first: Bool = false
  ) -> DeadlineRule {
    .offset(
      CalendarOffset(count, unit), isBefore: false, DeadlineAnchor(anchor), countsFirstDay: first)
  }

  private static func before(
    _ count: Int, _ unit: CalendarOffset.Unit, _ anchor: String, first: Bool = false
  ) -> DeadlineRule {
    .offset(
      CalendarOffset(count, unit), isBefore: true, DeadlineAnchor(anchor), countsFirstDay: first)
  }

  @Test func aPeriodRunsFromTheNextDayOrFromTheFirst() {
    #expect(resolved(Self.after(30, .days, "start")).day == Day("2018-08-05"))
    #expect(resolved(Self.after(30, .days, "start", first: true)).day == Day("2018-08-04"))
    // Four years of an action close on the day before the anniversary; the last sixty days open then.
    #expect(resolved(Self.after(4, .years, "start", first: true)).day == Day("2022-07-05"))
    #expect(resolved(Self.before(60, .days, "due of start", first: true)).day == Day("2022-05-07"))
    #expect(resolved(Self.before(60, .days, "due of start")).day == Day("2022-05-06"))
    // No time at all is the day itself, however it is counted.
    #expect(resolved(Self.after(0, .days, "start", first: true)).day == Day("2018-07-06"))
  }

  @Test func whatIsNotKnownIsNamed() {
    let found = resolved(Self.after(1, .days, "unknown"))
    #expect(found.day == nil)
    #expect(found.missing == [DeadlineAnchor("unknown")])
  }

  @Test func theEarlierStandsUntilAnotherComes() {
    let rule = DeadlineRule.earliest([
      Self.after(30, .days, "unknown"), Self.after(18, .months, "start"),
      Self.after(10, .days, "middle"),
    ])
    let found = resolved(rule)
    #expect(found.day == Day("2019-02-10"))
    #expect(found.start == Day("2019-01-31"))
    #expect(found.missing == [DeadlineAnchor("unknown")])
  }

  @Test func theLaterWaitsForAll() {
    let known = DeadlineRule.latest([.fixed(Day(number: 0)), Self.after(1, .days, "start")])
    #expect(resolved(known).day == Day("2018-07-07"))
    let waiting = DeadlineRule.latest([
      Self.after(1, .days, "unknown"), Self.after(1, .days, "start"),
    ])
    #expect(resolved(waiting).day == nil)
    #expect(resolved(waiting).missing.map(\.step) == ["unknown"])
  }

  @Test func theMidpointIsHalfWay() {
    // 947 days: the half is rounded down.
    let rule = DeadlineRule.midpoint(DeadlineAnchor("start"), DeadlineAnchor("end of start"))
    #expect(resolved(rule).day == Day("2019-10-22"))
    let open = DeadlineRule.midpoint(DeadlineAnchor("start"), DeadlineAnchor("end of middle"))
    #expect(resolved(open).missing == [DeadlineAnchor(.end, "middle")])
  }

  @Test func anchorsAreReadByTheirWords() {
    #expect(DeadlineAnchor("due of x") == DeadlineAnchor(.due, "x"))
    #expect(DeadlineAnchor("end of x") == DeadlineAnchor(.end, "x"))
    #expect(DeadlineAnchor("latest x") == DeadlineAnchor(.latest, "x"))
    #expect(DeadlineAnchor("x") == DeadlineAnchor(.event, "x"))
  }

  @Test func aRuleSaysItself() {
    #expect(Self.after(12, .months, "start").description == "12 months after start")
    #expect(
      Self.after(1, .days, "start", first: true).description
        == "1 day after start, that day counted")
    #expect(Self.after(0, .days, "due of x").description == "on the last day of x")
    #expect(
      DeadlineRule.earliest([Self.after(0, .days, "end of x"), Self.after(4, .years, "x")])
        .description == "the earlier of the end of x and 4 years after x")
  }
}
