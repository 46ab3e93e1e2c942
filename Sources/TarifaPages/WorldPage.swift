public import JSONText
public import TarifaReport

/// The world after an action, an agreement, a game of tariffs, rounds of them, or a plan.
public struct WorldPage: Sendable {
  let vintage: PageVintage
  let notes: [String]

  public init(_ vintage: PageVintage, notes: [String] = []) {
    self.vintage = vintage
    self.notes = notes
  }

  /// The room before anything was asked: every form.
  public func start(_ forms: [WorldForm]) -> Page {
    var page = Page("The world", in: .world, vintage)
    page.begin("And then what?", lead: PageRoom.world.words)
    for form in forms {
      page.body.add("h2", text: form.heading)
      page.body.add("p", text: form.words)
      form.write(&page.body)
    }
    return page
  }

  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  public func page(
    _ answer: JSONValue, _ kind: Report.Kind, form: WorldForm, links: AnswerLinks,
    permalink: String? = nil, keeping: KeepForm? = nil
  ) throws(JSONShapeError) -> Page {
    let report = try Report(answer, kind, engine: vintage.engine)
    var page = Page(report.title, in: .world, vintage)
    page.begin(report.title, lead: report.question, notes: notes, permalink: permalink)
    keeping?.write(&page.body)
    AnswerView(report: report, links: links).write(&page.body)
    page.body.add("h2", text: "Ask again")
    form.write(&page.body)
    return page
  }
}
