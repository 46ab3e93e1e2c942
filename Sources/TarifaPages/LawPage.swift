public import JSONText
import TarifaReport

/// The law held: every measure with its goods, days and citation; what is missing; the data and their vintages.
public struct LawPage: Sendable {
  let vintage: PageVintage

  public init(_ vintage: PageVintage) { self.vintage = vintage }

  /// Where a measure stands.
  static func address(of measure: String, _ authority: String?) -> String {
    "/law/\(authority ?? "")#\(id(measure))"
  }

  private static func id(_ measure: String) -> String {
    measure.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
  }

  /// - Parameters:
  ///   - book: the document of `law book`.
  ///   - data: the document of `data list`.
  /// - Throws: ``JSONShapeError`` when an answer is of another kind.
  public func overview(
    _ book: JSONValue, data: JSONValue
  ) throws(JSONShapeError) -> Page {
    let place = JSONPlace(book)
    var page = Page("Law", in: .law, vintage)
    let (from, until) = (try place.at("from").text(), try place.at("until").text())
    page.body.add("h1", text: "The law held: \(try place.at("title").text()), \(from) to \(until)")
    page.body.begin("dl", [("class", "figures")])
    for (label, key) in [
      ("Measures", "measures"), ("Dated terms", "terms"), ("Exemptions", "exemptions"),
      ("Editions of the schedule", "editions"), ("Lists of goods", "goods_lists"),
      ("Lines of these lists", "goods_lines"),
    ] {
      page.body.begin("div")
      page.body.add("dt", text: label)
      page.body.add("dd", text: Unit.whole.words(try place.at(key).number()))
      page.body.end()
    }
    page.body.end()
    if let latest = place.optional("latest") {
      page.body.add(
        "p", [("class", "soft")],
        text: "Latest text: \(try latest.at("day").text()), \(try latest.at("citation").text()).")
    }
    try authorities(place, &page.body)
    try gaps(place, &page.body)
    try counts(place, &page.body)
    try vintages(JSONPlace(data), &page.body)
    return page
  }

  private func authorities(
    _ place: JSONPlace, _ page: inout MarkupText
  ) throws(JSONShapeError) {
    page.add("h2", text: "By authority")
    page.begin("ul", [("class", "cards")])
    for authority in try place.at("authorities").items() {
      let name = try authority.at("authority").text()
      page.begin("li")
      page.begin("h3")
      page.addLink(name, to: "/law/\(name)")
      page.end()
      page.add(
        "p",
        text:
          "Measures \(try authority.at("measures").integer()), dated terms \(try authority.at("terms").integer()), "
          + "exemptions \(try authority.at("exemptions").integer()), "
          + "lines of goods \(Unit.whole.words(try authority.at("goods_lines").number()))")
      page.end()
    }
    page.end()
  }

  private func gaps(_ place: JSONPlace, _ page: inout MarkupText) throws(JSONShapeError) {
    page.add("h2", text: "Known gaps")
    page.begin("ul")
    for gap in try place.at("gaps").items() + (try place.at("outside").items()) {
      let days = [
        gap.value["from"]?.string.map { "from \($0)" },
        gap.value["until"]?.string.map { "until \($0)" },
      ].compactMap { $0 }.joined(separator: " ")
      page.add(
        "li",
        text: try gap.at("text").text() + (days.isEmpty ? "" : " (\(days))") + " ["
          + (try gap.at("citation").text()) + "]")
    }
    page.end()
  }

  private func counts(_ place: JSONPlace, _ page: inout MarkupText) throws(JSONShapeError) {
    let table = try Table(
      "Lists held against the official count", of: try place.at("counts"),
      [
        .init("lists", "lists"), .init("official", "official", unit: .whole),
        .init("held", "held", unit: .whole), .init("difference", "difference", unit: .whole),
        .init("on", "on"), .init("source", "source"), .init("note", "note"),
      ])
    page.add("h2", text: table.name)
    page.add(table, most: .max)
  }

  private func vintages(_ data: JSONPlace, _ page: inout MarkupText) throws(JSONShapeError) {
    page.add("h2", text: "Data and their vintages")
    for file in try data.at("files").items() {
      let table = try Table(
        try file.at("file").text(), of: try file.at("tables"),
        [
          .init("table", "table"), .init("rows", "rows", unit: .whole), .init("source", "source"),
          .init("vintage", "vintage"), .init("notes", "notes"),
        ])
      page.add(table, most: .max)
    }
  }

  /// - Parameter measures: the document of `law measures` for one authority.
  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  public func authority(_ measures: JSONValue) throws(JSONShapeError) -> Page {
    let place = JSONPlace(measures)
    let name = try place.at("authority").text()
    var page = Page("Law: \(name)", in: .law, vintage)
    page.body.add("h1", text: name)
    page.body.begin("p")
    page.body.addLink("All authorities", to: "/law")
    page.body.end()
    for measure in try place.at("measures").items() { try write(measure, &page.body) }
    return page
  }

  private static let termsShown = 200

  private func write(_ measure: JSONPlace, _ page: inout MarkupText) throws(JSONShapeError) {
    let id = try measure.at("measure").text()
    let terms = try measure.at("terms").items()
    page.begin("section", [("id", Self.id(id))])
    page.add("h2", text: try measure.at("title").text())
    page.begin("p", [("class", "soft")])
    page.add("code", text: id)
    page.add(
      "span",
      text: (measure.value["from"]?.string.map { "from \($0), " } ?? "")
        + (measure.value["until"]?.string.map { "until \($0), " } ?? "")
        + "exemptions: \(try measure.at("exemptions").integer())")
    page.end()
    if let notes = measure.value["notes"]?.string { page.add("p", text: notes) }
    let table = try Table(
      "Terms of \(id)", of: try measure.at("terms"),
      [
        .init("from", "from"), .init("until", "until"), .init("heading", "heading"),
        .init("rate", "rate"), .init("goods", "goods"), .init("lines", "lines", unit: .whole),
        .init("origins", "origins"), .init("if", "circumstances"), .init("stacking", "stacking"),
        .init("citation", "citation"), .init("held void", "held_void"),
      ])
    page.begin("details", terms.count <= 12 ? [("open", "")] : [])
    page.begin("summary")
    page.add("span", text: "Dated terms")
    page.add("span", [("class", "count")], text: "(\(terms.count))")
    page.end()
    page.add(
      table, most: Self.termsShown,
      caption: terms.count > Self.termsShown
        ? "The first \(Self.termsShown) of \(terms.count); /v1/law/measures has all." : nil)
    page.end()
    page.end()
  }
}
