public import JSONText
public import TarifaReport

/// All measures over time, the effective rate by authority, and the cases.
public struct TimelinePage: Sendable {
  let vintage: PageVintage
  /// The document of `law measures`.
  public let measures: JSONValue
  /// The dockets of the shipped cases on the last day held: documents of `case`.
  let dockets: [JSONValue]
  /// Shipped cases.
  let cases: [(id: String, title: String)]
  /// The authority shown; all without it.
  let authority: String?
  /// The answer of `rates etr` by authority, where it is kept, and its address.
  let rate: (answer: JSONValue, permalink: String)?

  public init(
    _ vintage: PageVintage, measures: JSONValue, dockets: [JSONValue],
    cases: [(id: String, title: String)],
    authority: String?, rate: (answer: JSONValue, permalink: String)?
  ) {
    self.vintage = vintage
    self.measures = measures
    self.dockets = dockets
    self.cases = cases
    self.authority = authority
    self.rate = rate
  }

  /// - Throws: ``JSONShapeError`` when an answer is of another kind.
  public func page() throws(JSONShapeError) -> Page {
    let place = JSONPlace(measures)
    var page = Page("Timeline", in: .timeline, vintage)
    let (from, until) = (try place.at("from").text(), try place.at("until").text())
    page.body.add("h1", text: "Measures over time, \(from) to \(until)")
    try chooser(&page.body)
    page.body.begin("div", [("class", "charts")])
    AnswerView.write(
      try Gantt(measures: measures, authority: authority), &page.body,
      source: Self.source(measures, vintage),
      links: ["csv", "svg", "png"].map { ending in
        (
          ending.uppercased(),
          "/timeline/chart/0.\(ending)" + (authority.map { "?authority=\($0)" } ?? "")
        )
      })
    page.body.end()
    try effectiveRate(from, until, &page.body)
    page.body.add("h2", text: "Cases")
    page.body.begin("div", [("class", "charts")])
    AnswerView.write(
      try Gantt(dockets: dockets), &page.body, source: Self.source(measures, vintage),
      links: ["csv", "svg", "png"].map { ($0.uppercased(), "/timeline/chart/1.\($0)") })
    page.body.end()
    page.body.begin("ul")
    for item in cases {
      page.body.begin("li")
      page.body.addLink(item.title, to: "/timeline/case?file=\(item.id)")
      page.body.end()
    }
    page.body.end()
    return page
  }

  private func chooser(_ page: inout MarkupText) throws(JSONShapeError) {
    var names: [String] = []
    for measure in try JSONPlace(measures).at("measures").items() {
      let name = try measure.at("authority").text()
      if !names.contains(name) { names.append(name) }
    }
    page.begin("form", [("class", "ask"), ("action", "/timeline"), ("method", "get")])
    page.begin("div", [("class", "fields")])
    page.add(
      PageField(
        name: "authority", label: "Authority", value: authority ?? "",
        choices: [("", "All that lay a duty on top")] + names.map { ($0, $0) }))
    page.end()
    page.addButton("Show", isQuiet: true)
    page.end()
  }

  private func effectiveRate(
    _ from: String, _ until: String, _ page: inout MarkupText
  ) throws(JSONShapeError) {
    page.add("h2", text: "The effective rate by authority")
    if let rate {
      page.begin("div", [("class", "charts")])
      let links = AnswerLinks(base: rate.permalink)
      AnswerView.write(
        try StackedArea(effectiveRate: rate.answer), &page,
        source: try Report(rate.answer, .effectiveRate, engine: vintage.engine).source,
        links: ["csv", "svg", "png"].map { ($0.uppercased(), links.chart(0, $0)) })
      page.end()
      page.addPermalink(rate.permalink)
    }
    page.begin(
      "form",
      [
        ("class", "ask"), ("action", "/timeline/rate"), ("method", "post"),
        ("data-long", "All rates of all goods of all origins are read: a year takes some seconds."),
      ])
    page.begin("div", [("class", "fields")])
    page.add(PageField(name: "from", label: "From", value: from, type: "date"))
    page.add(PageField(name: "to", label: "To", value: until, type: "date"))
    page.end()
    page.addButton(rate == nil ? "Work it out" : "Work out another span", isQuiet: true)
    page.end()
  }

  /// What stands under the picture of measures.
  public static func source(_ measures: JSONValue, _ vintage: PageVintage) -> String {
    "Source: Tarifa \(vintage.engine), law of \(measures["title"]?.string ?? "") held until "
      + "\(measures["until"]?.string ?? ""), data \(vintage.data.prefix(12))."
  }

  /// A picture of the page by its place: measures, then cases; `nil` where there is none.
  ///
  /// - Throws: ``JSONShapeError`` when an answer is of another kind.
  public func chart(_ position: Int) throws(JSONShapeError) -> (any Chart)? {
    switch position {
    case 0: try Gantt(measures: measures, authority: authority)
    case 1: try Gantt(dockets: dockets)
    default: nil
    }
  }
}
