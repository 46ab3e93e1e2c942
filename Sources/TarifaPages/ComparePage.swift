public import JSONText
import TarifaReport

/// Two actions or briefs side by side.
public struct ComparePage: Sendable {
  let vintage: PageVintage
  let subjects: [(id: String, title: String)]
  let given: [(name: String, text: String)]
  let notes: [String]

  public init(
    _ vintage: PageVintage, subjects: [(id: String, title: String)],
    given: [(name: String, text: String)] = [], notes: [String] = []
  ) {
    self.vintage = vintage
    self.subjects = subjects
    self.given = given
    self.notes = notes
  }

  private static let heading = "Two proposals side by side"

  public var empty: Page {
    var page = Page("Compare", in: .compare, vintage)
    page.begin(
      Self.heading,
      lead:
        "Lines that one has and the other has not, value and harm by sector, revenue, jobs and the balance."
    )
    form(&page.body)
    return page
  }

  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  public func page(
    _ answer: JSONValue, links: AnswerLinks, permalink: String?
  ) throws(JSONShapeError) -> Page {
    let report = try Report(answer, .comparison, engine: vintage.engine)
    var page = Page(report.title, in: .compare, vintage)
    page.begin(Self.heading, lead: report.title, notes: notes, permalink: permalink)
    AnswerView(report: report, links: links).write(&page.body)
    page.body.add("h2", text: "Ask again")
    form(&page.body)
    return page
  }

  private func form(_ page: inout MarkupText) {
    page.begin(
      "form",
      [
        ("class", "ask"), ("action", "/compare"), ("method", "post"),
        ("data-long", "Briefs are designed first, which takes some seconds."),
      ])
    page.begin("div", [("class", "fields")])
    for (name, fallback) in [("a", 0), ("b", 1)] {
      let value = given.first { $0.name == name }?.text ?? ""
      var choices = subjects.map { ($0.id, $0.title) }
      if !value.isEmpty, !choices.contains(where: { $0.0 == value }) {
        choices.insert((value, "The list shown here"), at: 0)
      }
      let first = subjects.indices.contains(fallback) ? subjects[fallback].id : ""
      page.add(
        PageField(
          name: name, label: name.uppercased(), value: value.isEmpty ? first : value,
          choices: choices, isWide: true))
    }
    page.end()
    page.addButton("Compare")
    page.end()
  }
}
