public import JSONText
import TarifaReport

/// An action's story: who pays, where imports come from instead, prices, jobs, revenue and the balance.
public struct ImpactPage: Sendable {
  let vintage: PageVintage
  let form: ImpactForm
  let notes: [String]

  public init(_ vintage: PageVintage, form: ImpactForm, notes: [String] = []) {
    self.vintage = vintage
    self.form = form
    self.notes = notes
  }

  public var empty: Page {
    var page = Page("Impact of an action", in: .impact, vintage)
    page.begin(
      "What does an action do?",
      lead: "Imports, prices, households, jobs, revenue and the balance in a year, with intervals.")
    form.write(&page.body)
    return page
  }

  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  public func page(
    _ answer: JSONValue, links: AnswerLinks, permalink: String? = nil, keeping: KeepForm? = nil
  ) throws(JSONShapeError) -> Page {
    let report = try Report(answer, .impact, engine: vintage.engine)
    var page = Page(report.title, in: .impact, vintage)
    page.begin(report.title, lead: report.question, notes: notes, permalink: permalink)
    keeping?.write(&page.body)
    let view = AnswerView(report: report, links: links)
    view.write(&page.body)
    page.body.add("h2", text: "Ask again")
    form.write(&page.body)
    return page
  }
}
