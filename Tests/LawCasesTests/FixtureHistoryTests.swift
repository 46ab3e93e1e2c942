import Answers
import LawFiles
import TariffLaw
import Testing

/// Time in the law of an importer that does not exist, with its own schedule.
struct FixtureHistoryTests {
  private func book() throws -> LawBook {
    let law = LawFolder(CaseFiles.tests.appendingPathComponent("Fixtures/law").path)
    return LawBook(
      regime: try law.regime("xx"), schedule: try #require(try law.schedule("xx")))
  }

  @Test(arguments: ["71011000", "71012200", "87032300", "50072000"])
  func historyAgreesWithTheEntryOnEveryDay(hts: String) throws {
    let book = try book()
    let last = try #require(book.regime.span.last ?? Day("2026-12-31"))
    let history = try CodeHistory(
      HistoryRequest(hts: hts, origin: "FR", to: "\(last)"), book: book)
    var next = history.span.lowerBound
    for interval in history.intervals {
      #expect(interval.days.lowerBound == next)
      next = interval.days.upperBound.advanced(by: 1)
    }
    #expect(next == history.span.upperBound.advanced(by: 1))
    let origin = try #require(CountryCode("FR"))
    var day = history.span.lowerBound
    while day <= history.span.upperBound {
      let answer = try book.assess(
        Entry(code: try HTSCode(hts), origin: origin, day: day))
      let interval = try #require(history.intervals.first { $0.days.contains(day) })
      #expect(answer.status == interval.status && answer.total == interval.total, "\(day)")
      day = day.advanced(by: 1)
    }
  }

  @Test func aCodeThatEndsWithoutFollowerSaysSo() throws {
    let book = try book()
    let last = try #require(book.regime.span.last ?? Day("2026-12-31"))
    let history = try CodeHistory(
      HistoryRequest(hts: "71012200", origin: "FR", to: "\(last)"), book: book)
    #expect(history.intervals.last?.status == .unknownCode)
    #expect(history.lives.first?.successors.isEmpty ?? false)
    #expect(history.text.contains("no successor found"))
  }
}
