import Foundation
import FoundationXML
import JSONText
import Questions
import TarifaPages
import Testing

/// Pages of real answers are well formed, labelled, and carry no text as markup.
@Suite struct PageMarkupTests {
  static let vintage = PageVintage(engine: "1", data: "abc")
  static let form = DutyForm(countries: [("CN", "China"), ("NO", "Norway")], day: "2026-08-22")
  static let subjects = [(id: "us-301-list-1", title: "List 1")]
  static let links = AnswerLinks(base: "/kept/x")

  static func pages(_ change: (JSONValue) -> JSONValue = { $0 }) throws -> [(String, String)] {
    let duty = change(
      try ShippedDocuments.ask(
        DutyQuestion.self, ("hts", "7616.99.51.90"), ("origin", "CN"), ("on", "2026-03-01"),
        ("value", "10000")))
    let history = change(
      try ShippedDocuments.ask(HistoryQuestion.self, ("hts", "7616.99.51.90"), ("origin", "CN")))
    let goods = change(try ShippedDocuments.ask(GoodsQuestion.self, ("words", "ball bearings")))
    let impact = change(try ShippedDocuments.ask(AssessQuestion.self, ("action", "us-301-list-2")))
    let measures = change(try ShippedDocuments.ask(MeasuresQuestion.self))
    let authority = change(
      try ShippedDocuments.ask(MeasuresQuestion.self, ("authority", "section-301")))
    let book = change(try ShippedDocuments.ask(LawBookQuestion.self))
    let data = change(try ShippedDocuments.ask(DataListQuestion.self))
    let docket = change(
      try ShippedDocuments.ask(
        CaseQuestion.self, ("file", "us-301-china-2017"), ("on", "2018-03-14")))
    let world = change(
      try ShippedDocuments.ask(
        WorldAssessQuestion.self, ("action", "us-301-list-1"), ("base", "2017-7x44")))
    let brief = BriefForm(change(try ShippedDocuments.brief("brief-us-cn-60bn")))
    return [
      ("start", StartPage(vintage, duty: form).page.html),
      ("duty form", StartPage(vintage, duty: form).dutyPage.html),
      (
        "duty",
        try DutyPage(
          vintage, form: form, answer: duty, history: history, links: links,
          keeping: KeepForm(question: "duty", given: [("hts", "<b>")])
        ).page().html
      ),
      ("goods", try GoodsPage(vintage, answer: goods, origin: "CN").page().html),
      ("design", DesignPage(vintage, form: brief, shipped: subjects).empty.html),
      (
        "impact",
        try ImpactPage(vintage, form: ImpactForm(subjects: subjects))
          .page(impact, links: links, permalink: "/kept/x").html
      ),
      (
        "world forms",
        WorldPage(vintage).start(
          WorldForm.kinds.map { WorldForm($0, choices: subjects) }
        ).html
      ),
      (
        "world",
        try WorldPage(vintage).page(
          world, .world,
          form: WorldForm(.world, choices: subjects, given: [("theta", "<b>")]),
          links: links, keeping: KeepForm(question: "world/assess", given: [("action", "<b>")])
        ).html
      ),
      ("compare", ComparePage(vintage, subjects: subjects).empty.html),
      (
        "timeline",
        try TimelinePage(
          vintage, measures: measures, dockets: [docket], cases: [("x", "Case")], authority: nil,
          rate: nil
        ).page().html
      ),
      ("law", try LawPage(vintage).overview(book, data: data).html),
      ("authority", try LawPage(vintage).authority(authority).html),
      ("docket", try AnswerPage(vintage, .docket, in: .timeline).page(docket, links: links).html),
      (
        "problem",
        ProblemPage(
          vintage, title: "<i>", detail: "\"&'<script>", field: "a", mend: nil, room: .duty
        ).page.html
      ),
    ]
  }

  final class Reader: NSObject, XMLParserDelegate {
    var (ids, labelled, fields, problems) = (Set<String>(), Set<String>(), [String](), [String]())
    var images = 0

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if let id = attributes["id"], !ids.insert(id).inserted { problems.append("id \(id) twice") }
      if name == "label", let target = attributes["for"] { labelled.insert(target) }
      if ["input", "select", "textarea"].contains(name), attributes["type"] != "hidden" {
        fields.append(attributes["id"] ?? "")
      }
      if attributes.keys.contains(where: { $0.hasPrefix("on") }) || attributes["style"] != nil {
        problems.append("\(name) has a handler or a style of its own")
      }
      if name == "script", attributes["src"] == nil { problems.append("inline script") }
      if name == "th", attributes["scope"] == nil { problems.append("th without scope") }
    }
  }

  @Test func pagesAreWellFormedAndLabelled() throws {
    for (name, html) in try Self.pages() {
      let (parser, reader) = (XMLParser(data: Data(html.utf8)), Reader())
      parser.delegate = reader
      #expect(parser.parse(), "\(name): line \(parser.lineNumber), \(parser.parserError as Any)")
      #expect(reader.problems == [], "\(name)")
      #expect(reader.fields.filter { !reader.labelled.contains($0) } == [], "\(name)")
      #expect(html.contains("<main") && html.contains("lang=\"en\""))
    }
  }

  /// Every text of an answer may be hostile: law files and briefs come from anywhere.
  @Test func textsAreNeverMarkup() throws {
    func hostile(_ value: JSONValue) -> JSONValue {
      switch value {
      case .string(let text) where text.contains(" ") && !text.contains("-"):
        .string(text + "<script>alert(1)</script>\" onload=\"x")
      case .array(let items): .array(items.map(hostile))
      case .object(let members): .object(members.map { ($0.name, hostile($0.value)) })
      default: value
      }
    }
    for (name, html) in try Self.pages(hostile) {
      #expect(!html.contains("<script>alert"), "\(name)")
      #expect(!html.contains("\" onload=\""), "\(name)")
    }
  }

  @Test func examplesLeadToPages() throws {
    #expect(PageExample.all.count >= 5)
    let rooms = PageRoom.allCases.map(\.path)
    for example in PageExample.all {
      #expect(rooms.contains { example.address.hasPrefix($0) }, "\(example.address)")
    }
  }
}
