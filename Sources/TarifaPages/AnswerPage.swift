public import JSONText
public import TarifaReport

/// An answer of any kind, where no page of its own is made for it: a docket, an effective rate, a life.
public struct AnswerPage: Sendable {
  let vintage: PageVintage
  let kind: Report.Kind
  let room: PageRoom
  let notes: [String]
  /// The day a docket is looked at, to be changed; `nil` without such a form.
  let docket: (id: String, day: String)?

  public init(
    _ vintage: PageVintage, _ kind: Report.Kind, in room: PageRoom, notes: [String] = [],
    docket: (id: String, day: String)? = nil
  ) {
    self.vintage = vintage
    self.kind = kind
    self.room = room
    self.notes = notes
    self.docket = docket
  }

  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  public func page(
    _ answer: JSONValue, links: AnswerLinks, permalink: String? = nil, keeping: KeepForm? = nil
  ) throws(JSONShapeError) -> Page {
    let report = try Report(answer, kind, engine: vintage.engine)
    var page = Page(report.title, in: room, vintage)
    page.begin(report.title, lead: report.question, notes: notes, permalink: permalink)
    if let docket {
      page.body.begin("form", [("class", "ask"), ("action", "/timeline/case"), ("method", "get")])
      page.body.addHidden("file", docket.id)
      page.body.begin("div", [("class", "fields")])
      page.body.add(PageField(name: "on", label: "On the day", value: docket.day, type: "date"))
      page.body.end()
      page.body.addButton("Show")
      page.body.end()
    }
    keeping?.write(&page.body)
    AnswerView(report: report, links: links).write(&page.body)
    return page
  }
}
