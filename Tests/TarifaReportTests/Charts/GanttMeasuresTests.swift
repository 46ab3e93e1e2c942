import Answers
import JSONText
import TarifaReport
import TariffLaw
import Testing

@Suite struct GanttMeasuresTests {
  static let answer = Result {
    try MeasureListAnswer(try ShippedAnswers.book.get(), authority: nil, on: nil).json
  }

  private static func row(_ title: String, of authority: String) throws -> Gantt.Row {
    let chart = try Gantt(measures: try answer.get(), authority: authority)
    return try #require(chart.groups.flatMap(\.rows).first { $0.label == title })
  }

  /// Goods of an earlier day in a foreign-trade zone do not make a measure begin before its first day.
  @Test func barsBeginWithTheMeasure() throws {
    let russia = try Self.row(
      "Section 232 action on aluminum articles of Russia or of metal smelted or cast there",
      of: "section-232")
    #expect(russia.spans.first?.days.lowerBound == Day("2023-03-10"))
  }

  /// What was in force before the law held begins is there from its first day.
  @Test func whatWasThereBeforeIsThereFromTheStart() throws {
    let chart = try Gantt(measures: try Self.answer.get(), authority: "programme")
    let first = try #require(Day("2017-01-01"))
    let early = chart.groups.flatMap(\.rows).filter { $0.spans.first?.days.lowerBound == first }
    #expect(early.contains { $0.label.hasPrefix("African Growth and Opportunity Act, apparel") })
    #expect(chart.groups.map(\.name) == ["programme"])
  }

  /// Without an authority: no columns, and nothing that never changed.
  @Test func allShowsWhatChanged() throws {
    let chart = try Gantt(measures: try Self.answer.get(), authority: nil)
    #expect(!chart.groups.map(\.name).contains("column-1"))
    #expect(chart.groups.map(\.name).contains("section-301"))
    let held = try #require(Day("2017-01-01"))...(try #require(Day("2026-08-22")))
    #expect(
      !chart.groups.flatMap(\.rows).contains { $0.spans.count == 1 && $0.spans[0].days == held })
  }
}
