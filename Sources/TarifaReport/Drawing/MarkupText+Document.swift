extension MarkupText {
  /// A document of HTML.
  ///
  /// - Parameter head: what stands in its head after the title.
  package static func document(
    title: String, head: (inout MarkupText) -> Void, body: (inout MarkupText) -> Void
  ) -> String {
    var page = MarkupText()
    page.begin("html", [("lang", "en")])
    page.begin("head")
    page.add("meta", [("charset", "utf-8")])
    page.add("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
    page.add("title", text: title)
    head(&page)
    page.end()
    page.begin("body")
    body(&page)
    page.end()
    page.end()
    return "<!DOCTYPE html>\n" + page.text
  }
}
