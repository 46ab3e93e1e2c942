import TariffLaw
import Testing

struct ScheduleTests {
  private func schedule() throws -> Schedule {
    var writer = ScheduleWriter()
    func row(_ code: String, _ general: String) throws -> ScheduleRow {
      ScheduleRow(
        code: try HTSCode(code), description: "Goods \(code)", general: general,
        special: "Free (KR)", other: "40%")
    }
    func day(_ text: String) throws -> Day { try #require(Day(text)) }
    writer.add(
      Edition(
        id: "b", title: "B", from: try day("2019-01-01"), published: nil, holdsSuffixes: true),
      rows: [try row("01010000", "5%"), try row("0101000010", "5%"), try row("01020000", "7%")])
    writer.add(
      Edition(
        id: "a", title: "A", from: try day("2018-01-01"), published: nil, holdsSuffixes: false),
      rows: [try row("01010000", "5%"), try row("01030000", "The rate of the heading")])
    return try Schedule(Archive(Bytes(writer.finish())))
  }

  @Test func editionsAreOrderedAndTheLatestNotAfterADayCounts() throws {
    let schedule = try schedule()
    #expect(schedule.editions.map(\.id) == ["a", "b"])
    #expect(schedule.edition(on: try #require(Day("2017-12-31"))) == nil)
    #expect(schedule.edition(on: try #require(Day("2018-12-31"))) == 0)
    #expect(schedule.edition(on: try #require(Day("2025-01-01"))) == 1)
  }

  @Test func equalRowsOfConsecutiveEditionsAreOne() throws {
    let schedule = try schedule()
    #expect(schedule.rowCount == 4)
    #expect(schedule.life(of: try HTSCode("01010000")) == [0...1])
    #expect(schedule.life(of: try HTSCode("01020000")) == [1...1])
    #expect(schedule.life(of: try HTSCode("01990000")).isEmpty)
  }

  @Test func linesCarryTheirRates() throws {
    let schedule = try schedule()
    let line = try #require(try schedule.line(for: try HTSCode("01020000"), in: 1))
    #expect(line.general.expression == .adValorem(Fraction(7, over: 100)))
    #expect(line.special["KR"]?.expression == .free)
    #expect(try schedule.line(for: try HTSCode("01020000"), in: 0) == nil)
    let words = try #require(try schedule.line(for: try HTSCode("01030000"), in: 0))
    #expect(words.general == .unparsed(text: "The rate of the heading"))
    #expect(
      schedule.codes(under: try HTSCode("0101"), in: 1).map(\.digits) == ["01010000", "0101000010"])
  }
}
