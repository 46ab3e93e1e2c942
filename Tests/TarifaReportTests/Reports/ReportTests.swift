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
    Case(kind: .annex, answer: ShippedAnswers.annex),
    Case(kind: .exclusions, answer: ShippedAnswers.exclusions),
    Case(kind: .exemptions, answer: ShippedAnswers.exemptions),
    Case(kind: .rotation, answer: ShippedAnswers.rotation),
    Case(kind: .design, answer: ShippedAnswers.clash),
    Case(kind: .design, answer: ShippedAnswers.undecided),
    Case(kind: .rateChanges, answer: ShippedAnswers.rateChanges),
    Case(kind: .dataList, answer: ShippedAnswers.dataList),
    Case(kind: .lawBook, answer: ShippedAnswers.lawBook),
    Case(kind: .world, answer: ShippedAnswers.world),
    Case(kind: .world, answer: ShippedAnswers.agreement),
    Case(kind: .game, answer: ShippedAnswers.game),
    Case(kind: .escalation, answer: ShippedAnswers.escalation),
    Case(kind: .deficit, answer: ShippedAnswers.deficit),
  ]

  /// Answers with nothing to draw.
  private static let plain: Set<Report.Kind> = [.rateChanges, .dataList, .lawBook]

  /// The page is well-formed, whole in itself, and holds figures, pictures with words, tables and
  /// what it rests on.
  @Test(arguments: cases)
  func thePageIsWholeInItself(example: Case) throws {
    let report = try example.report()
    let html = report.html
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    let outline = try #require(SVGOutline(String(html.dropFirst("<!DOCTYPE html>\n".count))))
    #expect(outline.all("h1").first?.text == report.title)
    #expect(outline.all("svg").count == report.charts.count)
    let isUndecided = report.figures.contains { $0.label == "Nodes searched" }
    #expect(report.charts.isEmpty == (Self.plain.contains(report.kind) || isUndecided))
    let said = outline.all("p").map(\.text)
    for chart in report.charts { #expect(said.contains(chart.words)) }
    // What it rests on stands under every picture, and the pictures have a name and a description.
    let sources = report.source.components(separatedBy: " ").first ?? ""
    #expect(
      sources == "Source:" && html.components(separatedBy: ">Source: ").count > report.charts.count)
    for drawing in outline.all("svg") {
      #expect(drawing.attributes["role"] == "img" && drawing.attributes["aria-labelledby"] != nil)
    }
    for head in outline.all("th") {
      #expect(["col", "row"].contains(head.attributes["scope"] ?? ""))
    }
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

  /// No table holds a number that the answer does not, but for what is counted and added up.
  @Test(arguments: cases)
  func numbersAreThoseOfTheAnswer(example: Case) throws {
    let report = try example.report()
    let known = try example.answer.get().numbers
    let added: Set<String> = [
      "lines off", "lines on", "imports off", "imports on",
    ]
    var count = 0
    for table in report.tables {
      for row in table.rows {
        for (column, cell) in zip(table.columns, row) where !added.contains(column.title) {
          guard case .number(let digits) = cell else { continue }
          #expect(known.contains(try #require(Double(digits))), "\(table.name), \(column.title)")
          count += 1
        }
      }
    }
    #expect(count > 0 || [.docket, .annex].contains(report.kind))
  }

  /// The head of a report says the amounts of the answer, with their unit.
  @Test func figuresAreThoseOfTheAnswer() throws {
    let answer = try ShippedAnswers.impact.get()
    let report = try Report(answer, .impact)
    for (label, name) in [
      ("Revenue", "revenue"), ("Buyers' loss", "buyers_loss"), ("Net welfare", "net_welfare"),
      ("Imports, change", "imports_change"), ("Cost a household", "household_cost"),
    ] {
      let value = try #require(answer[name]?["value"]?.number)
      let figure = try #require(report.figures.first { $0.label == label })
      #expect(figure.value == Unit.dollars.words(value) && figure.value.contains("$"))
    }
    let share = try #require(answer["pass_through"]?["value"]?.number)
    #expect(report.figures.contains { $0.value == Unit.share.words(share) })
    let clash = try Report(try ShippedAnswers.clash.get(), .design)
    let most = try #require(try ShippedAnswers.clash.get()["all_candidates"]?.number)
    #expect(clash.figures.contains { $0.value == Unit.dollars.words(most) })
  }

  @Test func theSourceNamesDataLawAndEngine() throws {
    let impact = try Report(try ShippedAnswers.impact.get(), .impact, engine: "9.8.7")
    #expect(
      impact.source
        == "Source: Tarifa 9.8.7. Baseline us-imports-2017, rates of 2018-07-06, model pe, "
        + "assumptions fgkk-2020, draws 20, seed 1.")
    #expect(impact.citation.hasPrefix("Tarifa 9.8.7, assess: Section 301 duties on China, list 1."))
    let duty = try Report(try ShippedAnswers.duty.get(), .duty)
    #expect(
      duty.source == "Source: Tarifa. Edition of the schedule 2017-07, law of 2018-07-06.")
  }

  /// A brief without a list says what clashes, or that the search ended.
  @Test func aBriefWithoutAListIsReported() throws {
    let clash = try Report(try ShippedAnswers.clash.get(), .design)
    #expect(clash.figures.contains { $0.value == "no list meets the brief" })
    let ways = try #require(clash.tables.first { $0.name == "What would do" })
    #expect(!ways.rows.isEmpty && clash.charts.count == 1)
    let undecided = try Report(try ShippedAnswers.undecided.get(), .design)
    #expect(undecided.figures.contains { $0.label == "Nodes searched" && $0.value == "1" })
    #expect(undecided.tables.map(\.name) == ["Rates tried"])
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

  /// What a reader of a world's answer looks for stands in the head, with its interval.
  @Test func theWorldsHeadIsOfTheImporter() throws {
    let answer = try ShippedAnswers.world.get()
    let report = try Report(answer, .world)
    let home = try #require(
      answer["countries"]?.array?.first { $0["code"]?.string == answer["importer"]?.string })
    let income = try #require(home["real_income"]?["value_pct"]?.number)
    let name = try #require(home["name"]?.string)
    let figure = try #require(report.figures.first { $0.label == "Real income of \(name)" })
    #expect(figure.value == Unit.percent.words(income) && figure.interval.contains(" to "))
    #expect(report.figures.contains { $0.label == "Manufacturing, real output" })
    #expect(report.source.contains("World base 2017-7x44") && report.source.contains("seed 1"))
    #expect(report.method.contains { $0.hasPrefix("Total balances are assumed, not found: ") })
    let agreement = try Report(try ShippedAnswers.agreement.get(), .world)
    #expect(agreement.method.contains { $0.hasPrefix("Left out: ") })
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

extension JSONValue {
  /// Every number in it.
  fileprivate var numbers: Set<Double> {
    switch self {
    case .number: number.map { [$0] } ?? []
    case .array(let items): items.reduce(into: []) { $0.formUnion($1.numbers) }
    case .object(let members): members.reduce(into: []) { $0.formUnion($1.value.numbers) }
    case .string, .bool, .null: []
    }
  }
}
