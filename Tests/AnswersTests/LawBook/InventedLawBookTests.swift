import Answers
import Foundation
import JSONText
import LawFiles
import TariffLaw
import Testing

/// The printed law of an importer that does not exist, read from its files alone.
struct InventedLawBookTests {
  private static let folder = LawFolder(
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/law").path)

  private func law() throws -> PrintedLaw {
    PrintedLaw(
      LawBook(
        regime: try Self.folder.regime("xx"),
        schedule: try #require(try Self.folder.schedule("xx"))))
  }

  private func page(_ path: String) throws -> String {
    try #require(try law().pages.first { $0.path == path }).text
  }

  @Test func aPageForEachAuthority() throws {
    #expect(
      try law().pages.map(\.path) == [
        "README.md", "agreement.md", "ceiling.md", "goods-lists.md", "groups-and-facts.md",
        "licence.md", "luxury.md", "offset.md", "ordinary.md", "price.md", "quota.md",
      ])
  }

  @Test func aMeasureOfOneTermIsAList() throws {
    let page = try page("luxury.md")
    #expect(
      page.contains(
        """
        ## Luxury duty

        `xx/measures/luxury`, 1 dated term.

        - Days: from 2021-01-01
        - Heading: L-1
        - Rate: 20%
        - Base: the share stated as pearls
        - Stacking: adds
        - Goods: goods/luxury.csv (2 rows)
        - Lines: 1
        - Origins: every country
        - Citation: Decree 3
        """))
  }

  @Test func effectsAreWrittenInPlaceOfRates() throws {
    #expect(try page("quota.md").contains("- Rate: may not enter\n"))
    #expect(try page("quota.md").contains("- If: quota is over\n"))
    #expect(try page("quota.md").contains("assumed unless stated: quota is in."))
    #expect(try page("licence.md").contains("- Rate: requires a licence of the pearl board\n"))
    #expect(try page("price.md").contains("- If: unit-price is below $3 per kg\n"))
    #expect(try page("offset.md").contains("- Rate: -3.75%\n"))
    #expect(
      try page("ceiling.md").contains(
        "- Stacking: caps the total of ordinary, agreement, luxury\n"))
    #expect(try page("agreement.md").contains("- Rate: column 1, special (FR)\n"))
    #expect(try page("agreement.md").contains("- If: claimed as FRIEND or FTA\n"))
  }

  @Test func theIndexSaysWhatIsHeldAndWhatIsNot() throws {
    let index = try law().index.text
    #expect(index.hasPrefix("# Tariff law: Xanadu\n"))
    #expect(index.contains("- Days held: 2020-01-01 to 2030-12-31\n"))
    #expect(index.contains("- Schedule: 2 editions, 2020-01-01 to 2024-01-01\n"))
    #expect(index.contains("| [luxury](luxury.md) | 1 | 1 | 0 | 1 | 2 | 1 of 2 |\n"))
    #expect(index.contains("| Total | 8 | 8 | 0 | 6 | 7 | 1 of 2 |\n"))
    #expect(index.contains("2 official numbers of lines, 1 met, 1 not"))
    #expect(
      index.contains(
        "| goods/luxury.csv | 9 | 2 | 7 fewer | rows | 2 | Gazette 4 | the gazette counts pearls by color |\n"
      ))
    #expect(index.contains("Nothing is known to be missing."))
    #expect(index.contains("- stamp tax of the provinces [Edict of the provinces]\n"))
  }

  @Test func groupsAndFactsAreExplained() throws {
    let page = try page("groups-and-facts.md")
    #expect(page.contains("| friends | AA; BB (2021-01-01 to 2022-12-31) |"))
    #expect(
      page.contains("| pearls | pearl content | a number from 0 to 100 (percent) | taken as 50"))
  }

  /// What is alike in all terms stands once, long texts that repeat get a mark, names that would
  /// fall together are kept apart, and text cannot break a table.
  @Test func tablesSayEachThingOnce() throws {
    let long = String(repeating: "a long citation ", count: 4) + "| <end>"
    func term(_ year: Int, _ duty: String, _ citation: String) -> Term {
      Term(
        validity: Validity(
          span: DaySpan(
            from: Day(year: year, month: 1, day: 1), until: Day(year: year, month: 12, day: 31))),
        duty: .stated(DutyText(parsing: duty)), citation: citation)
    }
    let regime = Regime(
      importer: "zz", title: "Z", span: .always,
      measures: [
        Measure(
          id: "zz/a", title: "A * star", authority: "Some law",
          terms: [term(2020, "1%", long), term(2021, "2%", "short"), term(2022, "3%", long)]),
        Measure(id: "zz/b", title: "B", authority: "some-law", terms: [term(2020, "1%", "c")]),
        Measure(id: "zz/c", title: "C", authority: "README", terms: [term(2020, "1%", "c")]),
        Measure(
          id: "zz/d", title: "D", authority: "d",
          terms: (0..<101).map { term(1950 + $0, "1%", "c") }),
      ], goodsLists: [:], groups: [:], facts: [:])
    let schedule = try #require(try Self.folder.schedule("xx"))
    let law = PrintedLaw(LawBook(regime: regime, schedule: schedule))
    #expect(
      law.pages.map(\.path) == [
        "README.md", "d-2.md", "d.md", "goods-lists.md", "groups-and-facts.md", "readme-2.md",
        "some-law-2.md", "some-law.md",
      ])
    let page = try #require(law.pages.first { $0.path == "some-law.md" }).text
    #expect(page.contains("## A \\* star\n"))
    #expect(page.contains("- Stacking: adds\n"))
    #expect(page.contains("| Term | Days | Rate | Citation |\n|---|---|---|---|\n"))
    #expect(page.contains("| 1 | 2020-01-01 to 2020-12-31 | 1% | Citation 1 |\n"))
    #expect(page.contains("| 2 | 2021-01-01 to 2021-12-31 | 2% | short |\n"))
    #expect(page.contains("| 3 | 2022-01-01 to 2022-12-31 | 3% | Citation 1 |\n"))
    #expect(page.contains("- Citation 1: a long citation"))
    #expect(page.contains("citation \\| \\<end>"))
    #expect(law.index.text.contains("Nothing is known to be missing."))
  }

  @Test func jsonHoldsTheIndex() throws {
    let data = Data(try law().json.text.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["importer"] as? String == "xx")
    #expect(object["measures"] as? Int == 8)
    #expect((object["outside"] as? [Any])?.count == 1)
    let counts = try #require(object["counts"] as? [[String: Any]])
    #expect(counts.map { $0["difference"] as? Int } == [0, -7])
  }
}
