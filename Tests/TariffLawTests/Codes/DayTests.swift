import TariffLaw
import Testing

@Suite struct DayTests {
  @Test func daysAreCounted() throws {
    let day = try #require(Day("2018-07-06"))
    #expect("\(day.advanced(by: 180))" == "2019-01-02")
    #expect(day.advanced(by: -1).days(to: day) == 1)
  }

  /// What lies beyond all days is the last of them, not a fault.
  @Test(arguments: [Int.max, Int.min, 1 << 31, -(1 << 32)])
  func farDaysAreTheLast(_ days: Int) throws {
    let day = try #require(Day("2018-07-06"))
    #expect(day.advanced(by: days).number == (days > 0 ? Int32.max : Int32.min))
  }
}
