public import JSONText
import TarifaReport

/// A list and its brief: the form, the frontier, the goods chosen and why, and what came next.
public struct DesignPage: Sendable {
  let vintage: PageVintage
  let form: BriefForm
  let shipped: [(id: String, title: String)]
  let notes: [String]

  public init(
    _ vintage: PageVintage, form: BriefForm, shipped: [(id: String, title: String)],
    notes: [String] = []
  ) {
    self.vintage = vintage
    self.form = form
    self.shipped = shipped
    self.notes = notes
  }

  private var choices: [PageField.Choice] {
    var choices = shipped.map { ($0.id, $0.title) }
    let id = form.brief["id"]?.string ?? ""
    if !choices.contains(where: { $0.0 == id }) { choices.insert((id, id), at: 0) }
    return choices
  }

  /// The brief to fill in, before it is asked.
  public var empty: Page {
    var page = Page("Design a list", in: .design, vintage)
    page.begin(
      "Design a list",
      lead:
        "Say what the list must be worth, what it aims at and what it spares; the goods are chosen with a proof."
    )
    form.write(&page.body, shipped: choices, isDrawn: false)
    liveFrontier(&page.body)
    return page
  }

  /// - Parameters:
  ///   - answer: the document of `design`, whether it chose a list or says why none is.
  ///   - permalink: where the answer stays; `nil` where there is no list.
  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  public func page(
    _ answer: JSONValue, links: AnswerLinks, permalink: String?
  ) throws(JSONShapeError) -> Page {
    let report = try Report(answer, .design, engine: vintage.engine)
    var page = Page(report.title, in: .design, vintage)
    page.begin(report.title, notes: notes, permalink: permalink)
    let view = AnswerView(report: report, links: links)
    view.figures(&page.body)
    if permalink != nil { onward(&page.body) }
    view.charts(&page.body)
    if answer["goods"]?.array != nil { try goods(JSONPlace(answer), &page.body) }
    page.body.add("h2", text: "Change the brief")
    form.write(&page.body, shipped: choices, isDrawn: true)
    liveFrontier(&page.body)
    page.body.add("h2", text: "All of the answer")
    view.tables(&page.body)
    view.method(&page.body)
    view.foot(&page.body)
    return page
  }

  /// What to ask of the list next.
  private func onward(_ page: inout MarkupText) {
    page.begin("div", [("class", "actions")])
    page.begin("form", [("action", "/impact"), ("method", "post"), ("data-long", "")])
    page.addHidden("action", form.brief.line)
    page.addButton("Assess this list")
    page.end()
    page.begin("form", [("action", "/compare"), ("method", "post"), ("data-long", "")])
    page.addHidden("b", form.brief.line)
    page.add(
      PageField(name: "a", label: "Compare with", choices: shipped.map { ($0.id, $0.title) }))
    page.addButton("Compare", isQuiet: true)
    page.end()
    page.end()
  }

  /// The place where the script draws the frontier of the form as it is filled in.
  private func liveFrontier(_ page: inout MarkupText) {
    page.begin(
      "section", [("id", "frontier"), ("aria-label", "Frontier of the brief as filled in")])
    page.add("p", [("class", "soft"), ("role", "status")], text: "")
    page.add("div", [("class", "picture")], text: "")
    page.end()
  }

  private static let linesShown = 40

  /// The goods with why each is in, and those next in line with why they are not.
  private func goods(
    _ place: JSONPlace, _ page: inout MarkupText
  ) throws(JSONShapeError) {
    let all = try place.at("goods").items()
    let largest = all.sorted { ($0.value["value"]?.number ?? 0) > ($1.value["value"]?.number ?? 0) }
    page.add("h2", text: "Why these goods")
    page.add(
      "p", [("class", "soft")],
      text:
        "The largest \(min(Self.linesShown, all.count)) of \(all.count) lines; the file has all.")
    try rows(largest.prefix(Self.linesShown), "Chosen goods and why each is in", &page)
    for (key, title) in [
      ("next_in", "Left out, first to come in"), ("next_out", "Chosen, first to go out"),
    ] {
      let items = try place.at(key).items()
      guard !items.isEmpty else { continue }
      page.begin("details")
      page.begin("summary")
      page.add("span", text: title)
      page.add("span", [("class", "count")], text: "(\(items.count))")
      page.end()
      try rows(items[...], title, &page)
      page.end()
    }
  }

  private func rows(
    _ goods: ArraySlice<JSONPlace>, _ caption: String, _ page: inout MarkupText
  ) throws(JSONShapeError) {
    page.begin(
      "div", [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)])
    page.begin("table")
    page.add("caption", text: caption)
    page.begin("thead")
    page.begin("tr")
    for (title, isNumber) in [
      ("Code", false), ("Good", false), ("Imports", true), ("Partner's share", true),
      ("Buyers' loss", true), ("Why", false),
    ] {
      page.add("th", [("scope", "col")] + (isNumber ? [("class", "number")] : []), text: title)
    }
    page.end()
    page.end()
    page.begin("tbody")
    for good in goods {
      page.begin("tr")
      page.add("th", [("scope", "row")], text: CodeWords.dotted(try good.at("hts").text()))
      page.add("td", text: good.value["name"]?.string ?? "")
      for (key, unit) in [("value", Unit.dollars), ("partner_share", .share), ("harm", .dollars)] {
        page.add(
          "td", [("class", "number")],
          text: good.value[key]?.number.map { unit.words($0) } ?? "not known")
      }
      page.add("td", text: good.value["reason"]?.string ?? "")
      page.end()
    }
    page.end()
    page.end()
    page.end()
  }

  /// The frontier alone, as the script of the form asks for it.
  ///
  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  public func frontier(_ answer: JSONValue) throws(JSONShapeError) -> String {
    var part = MarkupText()
    let report = try Report(answer, .design, engine: vintage.engine)
    let isChosen = answer["status"]?.string == "chosen"
    part.add(
      "p",
      text: isChosen
        ? "As filled in: "
          + report.figures.prefix(4).map { "\($0.label) \($0.value)" }.joined(separator: ", ") + "."
        : report.title)
    if isChosen {
      part.begin("div", [("class", "charts")])
      part.begin("figure")
      part.add(try FrontierCurve(design: answer), source: report.source)
      part.end()
      part.end()
    } else {
      for text in report.method.prefix(8) { part.add("p", text: text) }
    }
    return part.text
  }
}
