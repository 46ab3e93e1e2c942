import Answers
import Foundation
import TariffLaw
import Testing
import TradeAction

/// The chart as text.
struct DocketChartTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  private static func invented(_ day: String) throws -> Docket {
    let file = try CaseLibrary.caseFile(
      fixtures.appendingPathComponent("cases/xx-inquiry.yaml").path,
      law: fixtures.appendingPathComponent("law").path)
    return Docket(file, on: try #require(Day(day)))
  }

  private static let days = [
    "2017-08-18", "2018-03-14", "2018-08-20", "2020-07-20", "2022-07-07", "2026-08-20",
    "2030-01-01",
  ]

  private static func dockets() throws -> [Docket] {
    try days.flatMap { day -> [Docket] in
      let on = try #require(Day(day))
      return try CaseLibrary.ids().map { Docket(try CaseLibrary.caseFile($0), on: on) }
        + [try invented(day)]
    }
  }

  @Test func theTextFitsOneHundredColumns() throws {
    for docket in try Self.dockets() {
      for line in DocketChart(docket).text { #expect(line.count <= 100, "\(line)") }
    }
  }

  @Test func everyDayLiesOnTheAxis() throws {
    for docket in try Self.dockets() {
      let chart = DocketChart(docket)
      for row in chart.rows {
        let days = row.done + [row.start, row.due, row.scheduled].compactMap { $0 }
        for day in days { #expect((0...1).contains(chart.place(day)), "\(docket.file.id) \(day)") }
      }
      #expect((0...1).contains(chart.place(docket.on)))
      let ticks = DayTick.ticks(in: chart.span, atMost: 9)
      #expect(ticks.count <= 9)
      #expect(ticks.allSatisfy { chart.span.contains($0.day) })
    }
  }

  @Test func lateDoneAndDueHaveTheirMarks() throws {
    let lines = DocketChart(try Self.invented("2020-07-20")).text
    let rows = lines.filter { $0.hasPrefix("Check (a)") }
    #expect(rows.count == 4)
    #expect(rows[0].contains("*") && rows[0].contains("o"))
    #expect(rows[1].contains("!") && rows[1].contains("*"))
    #expect(rows[2].contains("!") && !rows[2].contains("*"))
    #expect(rows[3].hasSuffix("o"))
    #expect(lines.last?.hasSuffix("| 2020-07-20") == true)
  }
}
