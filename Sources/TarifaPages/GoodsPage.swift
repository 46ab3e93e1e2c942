public import JSONText
import TarifaReport

/// Goods by words, and the schedule as a tree.
public struct GoodsPage: Sendable {
  let vintage: PageVintage
  /// The document of `goods`.
  let answer: JSONValue
  /// The origin to carry on to the duty of a code; empty for none.
  let origin: String

  public init(_ vintage: PageVintage, answer: JSONValue, origin: String) {
    self.vintage = vintage
    self.answer = answer
    self.origin = origin
  }

  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  public func page() throws(JSONShapeError) -> Page {
    let place = JSONPlace(answer)
    let (words, on) = (try place.at("words").text(), try place.at("on").text())
    let under = try place.at("under").text()
    let goods = try place.at("goods").items()
    let found = try place.at("found").integer()
    var page = Page(words.isEmpty ? "Goods" : "Goods: \(words)", in: .goods, vintage)
    page.body.add(
      "h1", text: words.isEmpty ? "The schedule, from chapters down" : "Goods for “\(words)”")
    form(words, under, on, &page.body)
    try path(place, on, &page.body)
    if goods.isEmpty {
      page.body.addNote(
        words.isEmpty
          ? "Nothing stands below this code on \(on)."
          : "No good has all of these words on \(on). Try fewer words, or those of the trade's own papers."
      )
    } else if found > goods.count {
      page.body.add("p", [("class", "soft")], text: "The best \(goods.count) of \(found).")
    }
    page.body.begin("ul", [("class", "tree")])
    for good in goods { try write(good, on, &page.body) }
    page.body.end()
    page.body.add(
      "p", [("class", "soft")],
      text:
        "Edition \(try place.at("edition").text()) of the schedule. Names of chapters, headings and subheadings that"
        + " the edition does not have are those of the Harmonized System of 2017.")
    return page
  }

  private func form(
    _ words: String, _ under: String, _ on: String, _ page: inout MarkupText
  ) {
    page.begin(
      "form", [("class", "ask"), ("action", "/goods"), ("method", "get"), ("role", "search")])
    page.begin("div", [("class", "fields")])
    page.add(
      PageField(
        name: "words", label: "Words or the beginning of a code", value: words,
        hint: "ball bearings; telephones; 8517", more: [("spellcheck", "false")]))
    page.add(PageField(name: "on", label: "Day", value: on, type: "date"))
    if !under.isEmpty {
      page.add(PageField(name: "under", label: "Only under", value: under))
    }
    page.end()
    page.addButton("Find")
    page.end()
  }

  private func path(
    _ place: JSONPlace, _ on: String, _ page: inout MarkupText
  ) throws(JSONShapeError) {
    let above = try place.at("above").items()
    guard !above.isEmpty else { return }
    page.begin("nav", [("aria-label", "Codes above")])
    page.begin("ul", [("class", "tree")])
    for code in above { try write(code, on, &page) }
    page.end()
    page.end()
  }

  private func write(
    _ good: JSONPlace, _ on: String, _ page: inout MarkupText
  ) throws(JSONShapeError) {
    let code = try good.at("hts").text()
    let dotted = CodeWords.dotted(code)
    let general = good.value["general"]?.string
    let below = try good.at("below").integer()
    page.begin("li")
    page.begin("div")
    if below > 0 {
      page.addLink(dotted, to: "/goods?under=\(code)&on=\(on)")
    } else {
      page.add("span", text: dotted)
    }
    page.end()
    page.begin("div")
    page.add("span", text: try good.at("text").text())
    if let context = good.value["context"]?.string, !context.isEmpty, code.utf8.count > 6 {
      page.add("div", [("class", "general")], text: context)
    }
    if let general {
      page.begin("div", [("class", "general")])
      page.add("span", text: "General rate \(general).")
      if code.utf8.count >= 8 {
        page.addLink(
          "Look up the duty",
          to: "/duty?hts=\(dotted)&on=\(on)" + (origin.isEmpty ? "" : "&origin=\(origin)"),
          [("aria-label", "Look up the duty on \(dotted)")])
      }
      page.end()
    }
    page.end()
    page.end()
  }
}
