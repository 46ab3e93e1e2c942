import TarifaReport

/// A page: the frame every page has, and what stands in it.
///
/// Pages are text that works without script, style or pictures. All content is escaped as it is written.
public struct Page: Sendable {
  let title: String
  let room: PageRoom?
  let vintage: PageVintage
  var body = MarkupText()

  init(_ title: String, in room: PageRoom?, _ vintage: PageVintage) {
    self.title = title
    self.room = room
    self.vintage = vintage
  }

  /// What a page says first: what it is, how its answer differs from one of today, and where it stays.
  mutating func begin(
    _ heading: String, lead: String? = nil, notes: [String] = [], permalink: String? = nil
  ) {
    body.add("h1", text: heading)
    if let lead { body.add("p", [("class", "lead")], text: lead) }
    body.addNotes(notes)
    if let permalink { body.addPermalink(permalink) }
  }

  /// The document.
  public var html: String {
    MarkupText.document(title: title == "Tarifa" ? title : "\(title) · Tarifa") { page in
      page.add("meta", [("name", "color-scheme"), ("content", "light dark")])
      page.add("link", [("rel", "icon"), ("href", "data:,")])
      page.add("link", [("rel", "stylesheet"), ("href", PageAsset.style.path)])
      page.add("script", [("src", PageAsset.script.path), ("defer", "")], text: "")
    } body: { page in
      page.add("a", [("class", "skip"), ("href", "#main")], text: "Skip to the content")
      head(&page)
      page.begin("main", [("id", "main"), ("tabindex", "-1")])
      page.add(body)
      page.end()
      foot(&page)
    }
  }

  private func head(_ page: inout MarkupText) {
    page.begin("header", [("class", "top")])
    page.begin("div")
    page.add("a", [("class", "name"), ("href", "/")], text: "Tarifa")
    page.begin("nav", [("aria-label", "Pages")])
    page.begin("ul")
    for other in PageRoom.allCases {
      page.begin("li")
      let current = other == room ? [("aria-current", "page")] : []
      page.add("a", [("href", other.path)] + current, text: other.title)
      page.end()
    }
    page.end()
    page.end()
    page.end()
    page.end()
  }

  private func foot(_ page: inout MarkupText) {
    page.begin("footer", [("class", "foot")])
    page.begin("div")
    page.add(
      "p",
      text:
        "Engine \(vintage.engine), data \(vintage.data.prefix(12)). No advice: check the law cited before you"
        + " file or publish.")
    page.begin("p")
    page.add("a", [("href", "/v1/openapi.json")], text: "The same answers for programs (OpenAPI)")
    page.end()
    page.end()
    page.end()
  }
}
