public import JSONText
import TabularText
import TarifaReport

/// One entry explained: what is owed, line by line, why not the rest, and how it came and goes on.
public struct DutyPage: Sendable {
  let vintage: PageVintage
  let form: DutyForm
  /// The document of `duty`.
  let answer: JSONValue
  /// The document of `history` for the same code and origin, where it has one.
  let history: JSONValue?
  let links: AnswerLinks
  /// The form that keeps the answer; `nil` where it is kept.
  let keeping: KeepForm?
  /// Where the answer stays, where it is kept.
  let permalink: String?
  let notes: [String]

  public init(
    _ vintage: PageVintage, form: DutyForm, answer: JSONValue, history: JSONValue?,
    links: AnswerLinks, keeping: KeepForm? = nil, permalink: String? = nil, notes: [String] = []
  ) {
    self.vintage = vintage
    self.form = form
    self.answer = answer
    self.history = history
    self.links = links
    self.keeping = keeping
    self.permalink = permalink
    self.notes = notes
  }

  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  public func page() throws(JSONShapeError) -> Page {
    let report = try Report(answer, .duty, engine: vintage.engine)
    let place = JSONPlace(answer)
    var page = Page(report.title, in: .duty, vintage)
    page.body.add("h1", text: report.title)
    page.body.addNotes(notes)
    form.write(&page.body, full: true)
    page.body.begin("section", [("aria-label", "Answer")])
    if let goods = answer["goods"]?.string, !goods.isEmpty {
      page.body.add("p", [("class", "lead")], text: goods)
    }
    page.body.add("p", [("class", "headline")], text: try headline(place))
    let bounds = try bounds(place)
    if !bounds.isEmpty { page.body.add("p", [("class", "lead")], text: bounds) }
    for warning in answer["warnings"]?.array ?? [] {
      page.body.addNote(warning.string ?? warning["text"]?.string ?? "", isWarning: true)
    }
    try questions(place, &page.body)
    let view = AnswerView(report: report, links: links)
    keeping?.write(&page.body)
    if let permalink { page.body.addPermalink(permalink) }
    let (applied, rest) = try lines(place)
    page.body.add("h2", text: "Why")
    write(applied, &page.body)
    view.charts(&page.body)
    page.body.begin("details")
    page.body.begin("summary")
    page.body.add("span", text: "Measures that do not apply, and why not")
    page.body.add("span", [("class", "count")], text: "(\(rest.count))")
    page.body.end()
    write(rest, &page.body)
    page.body.end()
    readings(&page.body)
    try past(&page.body)
    view.tables(&page.body)
    view.method(&page.body)
    view.foot(&page.body)
    page.body.end()
    return page
  }

  /// Duty is a sum to the cent, also where the cents are none.
  private static func cents(_ amount: Double) -> String {
    (amount < 0 ? "-$" : "$") + DecimalText.fixed(amount.magnitude, 2)
  }

  /// `34% = $3,400.00`.
  private func headline(_ place: JSONPlace) throws(JSONShapeError) -> String {
    let total = try place.at("total")
    let status = try place.at("status").text()
    var words: [String] = []
    if let rate = total.value["rate"]?.number { words.append(Unit.share.words(rate)) }
    if let duty = total.value["duty"]?.number { words.append(Self.cents(duty)) }
    var text = words.joined(separator: " = ")
    if text.isEmpty { text = status == "ok" ? "Free" : "No single answer: \(status)" }
    return text
  }

  /// Between what and what it lies as long as facts are missing; empty where it is one number.
  private func bounds(_ place: JSONPlace) throws(JSONShapeError) -> String {
    let total = try place.at("total")
    var parts: [String] = []
    for (low, high, words) in [
      ("rate_low", "rate_high", { Unit.share.words($0) }), ("duty_low", "duty_high", Self.cents),
    ] as [(String, String, (Double) -> String)] {
      guard let least = total.value[low]?.number, let most = total.value[high]?.number, least < most
      else { continue }
      parts.append("\(words(least)) and \(words(most))")
    }
    return parts.isEmpty
      ? ""
      : "Between " + parts.joined(separator: ", ") + ", by the facts that the entry does not state."
  }

  private func lines(
    _ place: JSONPlace
  ) throws(JSONShapeError) -> (applied: [JSONPlace], rest: [JSONPlace]) {
    var (applied, rest) = ([JSONPlace](), [JSONPlace]())
    for line in try place.at("lines").items() {
      let status = try line.at("status").text()
      if status == "applied" || status == "needs-facts" {
        applied.append(line)
      } else {
        rest.append(line)
      }
    }
    return (applied, rest)
  }

  private func write(_ lines: [JSONPlace], _ page: inout MarkupText) {
    page.begin("ul", [("class", "stack")])
    for line in lines {
      let value = line.value
      page.begin("li")
      page.begin("div", [("class", "rate")])
      let status = value["status"]?.string ?? ""
      let rate = value["rate"]?.number.map { Unit.share.words($0) }
      page.add(
        "span", text: rate ?? (status == "applied" ? value["rate_text"]?.string ?? "" : status))
      if let duty = value["duty"]?.number {
        page.add("small", text: Self.cents(duty))
      }
      page.end()
      page.begin("div", [("class", "what")])
      let heading = value["heading"]?.string.map { "\($0)  " } ?? ""
      page.add("strong", text: heading + (value["title"]?.string ?? ""))
      if let reason = value["reason"]?.string, !reason.isEmpty { page.add("p", text: reason) }
      page.begin("p")
      page.add("cite", text: value["citation"]?.string ?? "")
      let days = [
        value["from"]?.string.map { "from \($0)" }, value["until"]?.string.map { "until \($0)" },
      ].compactMap { $0 }
      if !days.isEmpty { page.add("span", text: "· \(days.joined(separator: " "))") }
      if let measure = value["measure"]?.string {
        page.addLink("the measure", to: LawPage.address(of: measure, value["authority"]?.string))
      }
      page.end()
      page.end()
      page.end()
    }
    page.end()
  }

  /// What the entry should still say: each with a field of its own, asked again with all that was given.
  private func questions(
    _ place: JSONPlace, _ page: inout MarkupText
  ) throws(JSONShapeError) {
    let questions = try place.at("questions").items()
    guard !questions.isEmpty else { return }
    page.begin("form", [("class", "ask"), ("action", "/duty"), ("method", "get")])
    page.add("h2", text: "What the entry should still say")
    for (name, text) in form.given where !text.isEmpty { page.addHidden(name, text) }
    page.begin("div", [("class", "fields")])
    for question in questions {
      let fact = try question.at("fact").text()
      let values = (question.value["values"]?.array ?? []).compactMap(\.string)
      let unit = question.value["unit"]?.string.map { " (\($0))" } ?? ""
      page.add(
        PageField(
          name: ["quantity", "claim"].contains(fact) ? fact : "fact.\(fact)", label: fact + unit,
          hint: try question.at("text").text(),
          choices: values.isEmpty ? [] : [("", "Not known")] + values.map { ($0, $0) }),
        id: "q-")
    }
    page.end()
    page.addButton("Ask again")
    page.end()
  }

  private func readings(_ page: inout MarkupText) {
    let readings = answer["readings"]?.array ?? []
    guard readings.count > 1 else { return }
    page.add("h2", text: "Other readings")
    page.begin("ul", [("class", "stack")])
    for reading in readings {
      page.begin("li")
      page.begin("div", [("class", "rate")])
      page.add("span", text: reading["rate"]?.number.map { Unit.share.words($0) } ?? "")
      if let duty = reading["duty"]?.number {
        page.add("small", text: Self.cents(duty))
      }
      page.end()
      page.begin("div", [("class", "what")])
      page.add("strong", text: reading["text"]?.string ?? "")
      if let source = reading["source"]?.string, !source.isEmpty { page.add("p", text: source) }
      page.end()
      page.end()
    }
    page.end()
  }

  /// The life of the code, and what is to come.
  private func past(_ page: inout MarkupText) throws(JSONShapeError) {
    guard let history else { return }
    let report = try Report(history, .history, engine: vintage.engine)
    page.add("h2", text: "This code over time")
    let query = links.query.isEmpty ? "" : links.query
    page.begin("div", [("class", "charts")])
    for (position, chart) in report.charts.enumerated() {
      let base = AnswerLinks(base: "/duty/history", query: query)
      AnswerView.write(
        chart, &page, source: report.source,
        links: links.base == "/duty"
          ? ["csv", "svg", "png"].map { ($0.uppercased(), base.chart(position, $0)) } : [])
    }
    page.end()
    page.add("h3", text: "What changes next")
    let coming = history["scheduled"]?.array ?? []
    guard !coming.isEmpty else {
      page.add(
        "p",
        text:
          "Nothing in the law held, which ends on \(history["held_until"]?.string ?? "its last day")."
      )
      return
    }
    page.begin("ul", [("class", "stack")])
    for change in coming {
      page.begin("li")
      page.begin("div", [("class", "rate")])
      page.add("span", text: change["rate_text"]?.string ?? change["kind"]?.string ?? "")
      page.end()
      page.begin("div", [("class", "what")])
      page.add("strong", text: change["title"]?.string ?? change["text"]?.string ?? "")
      let days = [
        change["from"]?.string.map { "from \($0)" }, change["until"]?.string.map { "until \($0)" },
      ].compactMap { $0 }
      page.add("p", text: days.joined(separator: " "))
      page.add("p", text: change["citation"]?.string ?? "")
      page.end()
      page.end()
    }
    page.end()
  }
}
