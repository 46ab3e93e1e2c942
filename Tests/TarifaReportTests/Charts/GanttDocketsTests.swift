import JSONText
import TarifaReport
import TariffLaw
import Testing

@Suite struct GanttDocketsTests {
  /// A row a case, from its first step done to its last, in the order they began.
  @Test func casesStandSideBySide() throws {
    let docket = try ShippedAnswers.docket.get()
    let chart = try Gantt(dockets: [docket, docket])
    let rows = chart.groups.flatMap(\.rows)
    #expect(rows.count == 2)
    let days = (docket["steps"]?.array ?? []).flatMap { $0["events"]?.array ?? [] }
      .compactMap { $0["date"]?.string.flatMap { Day($0) } }
    #expect(rows.first?.spans.first?.days.lowerBound == days.min())
    #expect(rows.first?.spans.first?.days.upperBound == days.max())
    #expect(rows.first?.marks.map(\.day) == Set(days).sorted())
    #expect(chart.table.rows.count == 2 * (1 + Set(days).count))
  }
}
