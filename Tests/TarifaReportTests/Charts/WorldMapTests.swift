import JSONText
import TarifaReport
import Testing

struct WorldMapTests {
  private func map(_ answer: JSONValue, _ kind: Report.Kind) throws -> WorldMap {
    try #require(try Report(answer, kind).charts.compactMap { $0 as? WorldMap }.first)
  }

  /// No country of a base is left out of its map: its land or its point has its name and figure.
  @Test func everyCountryOfTheBasesIsOnTheMap() throws {
    for (answer, kind) in [
      (ShippedAnswers.agreement, Report.Kind.world), (ShippedAnswers.escalation, .escalation),
    ] {
      let map = try map(answer.get(), kind)
      let outline = try #require(SVGOutline(map.svg))
      let titles = Set(outline.all("title").map(\.text))
      for row in map.rows {
        let words = (row.value > 0 ? "+" : "") + Unit.percent.words(row.value)
        #expect(titles.contains("\(row.label): \(words)"), "\(row.label)")
      }
    }
  }

  /// A shade says on which side of zero a country is and how far.
  @Test func shadesFollowTheAmounts() throws {
    let map = WorldMap(
      title: "Test",
      rows: [
        .init("China", countries: ["CN"], -0.2), .init("India", countries: ["IN"], 0.0004),
        .init("Japan", countries: ["JP"], 0), .init("Others", countries: [], 0.003),
        .init("Mexico", countries: ["MX"], 0.1),
      ], unit: .percent)
    let outline = try #require(SVGOutline(map.svg))
    func kinds(_ name: String) -> Set<String> {
      var found: Set<String> = []
      for (place, element) in outline.elements.enumerated()
      where element.name == "title" && element.text.hasPrefix("\(name): ") {
        found.insert(outline.elements[place - 1].attributes["class"] ?? "")
      }
      return found
    }
    #expect(kinds("China") == ["k-m3 k-coast"])
    #expect(kinds("India") == ["k-p1 k-coast"])
    #expect(kinds("Japan") == ["k-z k-coast"])
    #expect(kinds("Others") == ["k-p1 k-coast"])
    #expect(kinds("Mexico") == ["k-p2 k-coast"])
    #expect(map.words.contains("Most below: China -0.2%"))
    #expect(map.table.rows.count == 5)
  }
}
