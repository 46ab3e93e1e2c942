import Answers
import Foundation
import TariffLaw
import Testing
import TradeAction

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The chart as text and as Scalable Vector Graphics.
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
      let ticks = chart.ticks(atMost: 9)
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

  /// Every document is well-formed, and says in words what it shows.
  @Test func theDrawingIsWellFormedAndSpeaks() throws {
    for docket in try Self.dockets() {
      let svg = DocketAnswer(docket).svg
      let outline = try #require(SVGOutline(svg), "\(docket.file.id) \(docket.on)")
      #expect(outline.root == "svg" && outline.counts["script"] == nil)
      #expect(outline.titles.first == "\(docket.file.title), docket on \(docket.on)")
      let words = try #require(outline.words)
      for row in DocketChart(docket).rows { #expect(words.contains(row.step.title)) }
      #expect(!svg.contains("http://") || svg.components(separatedBy: "http://").count == 2)
      #expect(!svg.contains("nan") && !svg.contains("inf\""))
    }
  }

  /// The drawing has a mark for each thing done, announced and due.
  @Test func theDrawingHasEveryMark() throws {
    for docket in try Self.dockets() {
      let rows = DocketChart(docket).rows
      let outline = try #require(SVGOutline(DocketAnswer(docket).svg))
      // Two circles and two diamonds stand in the legend.
      let circles = rows.reduce(2) { $0 + $1.done.count + ($1.scheduled == nil ? 0 : 1) }
      #expect(outline.counts["circle"] == circles)
      #expect(outline.counts["polygon"] == rows.filter { $0.due != nil }.count + 2)
      for row in rows {
        for day in row.done { #expect(outline.titles.contains("done \(day)")) }
        if let due = row.due { #expect(outline.titles.contains("last day \(due)")) }
      }
    }
  }

  @Test func textIsEscaped() throws {
    let svg = DocketAnswer(try Self.invented("2020-07-20")).svg
    #expect(svg.contains("Teapots &amp; &lt;lamps&gt;"))
    #expect(!svg.contains("<lamps>"))
    var text = SVGText()
    text.begin("g", [("id", "a\"<&>\u{1}")])
    text.add("text", text: "<&>\u{0}")
    text.end()
    #expect(text.text == "<g id=\"a&quot;&lt;&amp;&gt;\">\n  <text>&lt;&amp;&gt;</text>\n</g>\n")
  }

  @Test(arguments: [
    (0.0, "0"), (1, "1"), (1.5, "1.5"), (-2.25, "-2.25"), (0.05, "0.05"), (3.999, "4"),
    (-0.004, "0"), (12.1, "12.1"),
  ])
  func coordinatesAreShort(value: Double, text: String) {
    #expect(SVGText.number(value) == text)
  }
}

/// What a parser of XML finds in a drawing; `nil` when it is not well-formed.
private final class SVGOutline: NSObject, XMLParserDelegate {
  var root: String?
  var counts: [String: Int] = [:]
  var titles: [String] = []
  var words: String?
  private var text = ""

  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if root == nil { root = name }
    counts[name, default: 0] += 1
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "title" { titles.append(text) }
    if name == "desc" { words = text }
  }
}
