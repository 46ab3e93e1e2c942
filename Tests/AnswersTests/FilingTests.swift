import Answers
import TariffLaw
import Testing
import TradeData

struct FilingTests {
  private func filing(_ request: DutyRequest) throws -> Filing {
    let book = LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
    let assessment = try book.assess(try request.entry(in: book))
    return try #require(Filing(assessment, regime: book.regime))
  }

  /// An article of which a part bears a duty on content is two lines that make up its value.
  @Test func anArticleIsSplitByContent() throws {
    let filed = try filing(
      DutyRequest(
        hts: "7326.90.86.88", origin: "CA", on: "2025-09-15", value: "10000.49",
        facts: ["steel=40"]))
    #expect(filed.lines.map(\.content) == ["steel", nil])
    #expect(filed.lines.map(\.value) == [4000, 6000])
    #expect(filed.lines[0].headings.contains("9903.81.90"))
    #expect(!filed.lines[0].headings.contains("9903.01.10"))
    #expect(filed.lines[1].headings.contains("9903.01.10"))
    #expect(!filed.lines[1].headings.contains("9903.81.90"))
  }

  @Test func exemptionsAndGoodsPutAsideAreDeclared() throws {
    let exempt = try filing(
      DutyRequest(hts: "8517.13.00.00", origin: "VN", on: "2025-09-15", value: "100"))
    #expect(exempt.lines.first?.headings.contains("9903.01.32") ?? false)
    let aside = try filing(
      DutyRequest(hts: "7208.10.15.00", origin: "JP", on: "2025-05-15", value: "100"))
    #expect(aside.lines.first?.headings.contains("9903.01.33") ?? false)
    #expect(aside.lines.first?.headings.contains("9903.81.87") ?? false)
  }

  @Test func deadlinesCountFromTheEntry() throws {
    let filed = try filing(
      DutyRequest(hts: "3901.10.10.00", origin: "VN", on: "2025-09-01", value: "100"))
    let days = Dictionary(
      uniqueKeysWithValues: filed.deadlines.map { ($0.deadline.id, $0.day.description) })
    #expect(days["liquidation"] == "2026-07-12")
    #expect(days["protest"] == "2027-01-08")
  }

  @Test func theDayOfAdmissionGovernsGoodsInPrivilegedStatus() throws {
    let filed = try filing(
      DutyRequest(
        hts: "3901.10.10.00", origin: "CN", on: "2025-06-20", value: "100",
        facts: ["ftz-privileged=2025-04-09"]))
    #expect(filed.governingDay == Day("2025-04-09"))
  }
}
