import Foundation
import JSONText
import TarifaReport
import Testing

struct ReportTests {
  struct Case: Sendable, CustomStringConvertible {
    let kind: Report.Kind
    let answer: Result<JSONValue, any Error>

    var description: String { kind.rawValue }

    func report() throws -> Report { try Report(answer.get(), kind) }
  }

  static let cases = [
    Case(kind: .duty, answer: ShippedAnswers.steel),
    Case(kind: .history, answer: ShippedAnswers.history),
    Case(kind: .effectiveRate, answer: ShippedAnswers.effectiveRate),
    Case(kind: .impact, answer: ShippedAnswers.impact),
    Case(kind: .impact, answer: ShippedAnswers.impactWithoutDraws),
    Case(kind: .impact, answer: ShippedAnswers.impactOfSmart),
    Case(kind: .duty, answer: ShippedAnswers.open),
    Case(kind: .design, answer: ShippedAnswers.design),
    Case(kind: .comparison, answer: ShippedAnswers.comparison),
    Case(kind: .docket, answer: ShippedAnswers.docket),
  ]

  /// The page is well-formed, whole in itself, and holds figures, pictures with words, tables and
  /// what it rests on.
  @Test(arguments: cases)
  func thePageIsWholeInItself(example: Case) throws {
    let report = try example.report()
    let html = report.html
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    let outline = try #require(SVGOutline(String(html.dropFirst("<!DOCTYPE html>\n".count))))
    #expect(outline.all("h1").first?.text == report.title)
    #expect(outline.all("svg").count == report.charts.count && !report.charts.isEmpty)
    #expect(outline.all("figcaption").map(\.text) == report.charts.map(\.words))
    #expect(outline.all("table").count == report.tables.filter { !$0.rows.isEmpty }.count)
    for name in ["script", "link", "iframe", "img", "a", "form", "object"] {
      #expect(outline.all(name).isEmpty)
    }
    for element in outline.elements {
      for name in element.attributes.keys {
        #expect(!name.hasPrefix("on") && !name.hasSuffix("href"))
      }
    }
    let ids = outline.elements.compactMap { $0.attributes["id"] }
    #expect(ids.count == Set(ids).count)
    #expect(html.contains("@media print"))
    #expect(report.figures.count > 1 && !report.citation.isEmpty && !report.question.isEmpty)
    for figure in report.figures { #expect(outline.all("dd").contains { $0.text == figure.value }) }
  }

  @Test func figuresOfAnImpactHaveIntervalsAndItsSeed() throws {
    let answer = try ShippedAnswers.impact.get()
    let report = try Report(answer, .impact)
    let loss = try #require(report.figures.first { $0.label == "Buyers' loss" })
    #expect(loss.interval.contains(" to "))
    let covered = try #require(report.figures.first { $0.label == "Imports covered" })
    #expect(covered.interval.isEmpty, "no draw moves it")
    #expect(report.vintage.contains { $0.label == "seed" && $0.text == "1" })
    #expect(report.vintage.contains { $0.label == "draws" && $0.text == "20" })
    #expect(report.citation.contains("us-imports-2017"))
    let single = try Report(try ShippedAnswers.impactWithoutDraws.get(), .impact)
    #expect(!single.vintage.contains { $0.label == "seed" })
    #expect(single.method.contains { $0.hasPrefix("Not drawn: what net welfare hangs on.") })
  }

  /// A model without home producers and an economy gives what it knows, and says what it does not.
  @Test func whatAModelDoesNotKnowIsSaid() throws {
    let report = try Report(try ShippedAnswers.impactOfSmart.get(), .impact)
    #expect(!report.figures.contains { $0.label == "Home producers' gain" })
    #expect(report.charts.contains { $0.words.contains("Buyers lose") })
    #expect(report.method.contains { $0.hasPrefix("Not drawn: prices by category.") })
    #expect(!report.tables.contains { $0.name == "Prices" })
  }

  @Test(arguments: Report.Kind.allCases)
  func anotherAnswerIsRefused(kind: Report.Kind) throws {
    #expect(throws: JSONShapeError.self) { try Report(.object([("title", .string("x"))]), kind) }
    let other = kind == .duty ? ShippedAnswers.history : ShippedAnswers.duty
    #expect(throws: JSONShapeError.self) { try Report(try other.get(), kind) }
  }

  @Test func hostileTextStaysText() throws {
    var members = try #require(try ShippedAnswers.design.get().object)
    let hostile = "</h1><script>alert('1')</script>\" onload=\"x"
    let place = try #require(members.firstIndex { $0.name == "title" })
    members[place].value = .string(hostile)
    let html = try Report(.object(members), .design).html
    #expect(!html.contains("<script") && !html.contains("\" onload"))
    #expect(html.contains("&lt;/h1&gt;&lt;script&gt;"))
    let outline = try #require(SVGOutline(String(html.dropFirst("<!DOCTYPE html>\n".count))))
    #expect(outline.all("h1").first?.text == hostile)
  }
}
