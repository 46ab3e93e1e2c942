import TarifaReport

/// What went wrong, where, and what to do.
public struct ProblemPage: Sendable {
  let vintage: PageVintage
  let title: String
  let detail: String
  let field: String?
  let mend: String?
  let room: PageRoom?
  /// A form to ask again with, where the page has one.
  let form: DutyForm?

  public init(
    _ vintage: PageVintage, title: String, detail: String, field: String?, mend: String?,
    room: PageRoom?, form: DutyForm? = nil
  ) {
    self.vintage = vintage
    self.title = title
    self.detail = detail
    self.field = field
    self.mend = mend
    self.room = room
    self.form = form
  }

  public var page: Page {
    var page = Page(title, in: room, vintage)
    page.body.add("h1", text: title)
    page.body.begin("div", [("class", "warn"), ("role", "alert")])
    page.body.add("p", text: (field.map { "\($0): " } ?? "") + detail)
    if let mend { page.body.add("p", text: mend) }
    page.body.end()
    form?.write(&page.body, full: true)
    return page
  }
}
