import Answers
import LawFiles
import TabularText
import TariffLaw
import Testing
import TradeData

/// The law of an importer that does not exist runs through every feature by files alone.
struct InventedImporterTests {
  private func book() throws -> LawBook {
    let law = LawFolder(CaseFiles.tests.appendingPathComponent("Fixtures/law").path)
    let schedule = try #require(try law.schedule("xx"))
    return LawBook(
      regime: try law.regime("xx"), schedule: schedule,
      countries: Set(["AA", "BB", "CC"].compactMap { CountryCode($0) }))
  }

  @Test func aPanelAnswersAsAnEntry() throws {
    let book = try book()
    let day = try #require(Day("2021-05-01"))
    let origins = (book.countries ?? []).sorted()
    let panel = try PanelMaker(book).panel(on: day, origins: origins)
    #expect(!panel.codes.isEmpty)
    for code in panel.codes.indices {
      for origin in origins.indices {
        let answer = try book.assess(
          Entry(code: panel.codes[code], origin: origins[origin], day: day))
        #expect(panel.cell(code, origin).status == answer.status)
        #expect(panel.cell(code, origin).rate == answer.total.rate)
      }
    }
  }

  /// One file may hold entries of several importers.
  @Test func aBatchMixesImporters() throws {
    let text = """
      id,hts,origin,date,value,importer
      1,7101.10.00,AA,2021-05-01,100,xx
      2,8482.10.50.44,CN,2018-07-06,100,us
      3,8482.10.50.44,CN,2018-07-06,100,
      4,8482.10.50.44,CN,2018-07-06,100,zz
      """
    let us = LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
    let other = try book()
    var output: [UInt8] = []
    let summary = try DutyBatch(book: us, others: { $0 == "xx" ? other : nil })
      .price(Array(text.utf8)) { output += $0 }
    #expect(summary.rows == 4)
    let table = try CSVTable(output)
    let rate = try table.column("rate")
    let status = try table.column("status")
    let alone = try other.assess(
      try DutyRequest(hts: "7101.10.00", origin: "AA", on: "2021-05-01", value: "100")
        .entry(in: other))
    #expect(table.records[0].fields[rate] == alone.total.rate?.decimalText() ?? "")
    #expect(table.records[1].fields[rate] == "0.34")
    #expect(table.records[2].fields[rate] == "0.34")
    #expect(table.records[3].fields[status] == "bad-row")
  }
}
