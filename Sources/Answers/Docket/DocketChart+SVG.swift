import TariffLaw
import TradeAction

extension DocketChart {
  private static let width = 1000.0
  private static let left = 300.0
  private static let right = 122.0
  private static let top = 84.0
  private static let rowHeight = 24.0

  /// Colours that are told apart without red and green, in light and in dark.
  private static let style = """
    .page{fill:#ffffff}.ink{fill:#1b1f24}.soft{fill:#57606a}.grid{stroke:#d0d7de}\
    .band{fill:#f6f8fa}.allowed{fill:#c6cdd5}.taken{fill:#4c86c6}.done{fill:#0b4f9e}\
    .due{fill:#ffffff;stroke:#1b1f24}.late{fill:#d4570a}.told{fill:#ffffff;stroke:#0b4f9e}\
    .today{stroke:#d4570a}.now{fill:#b54708}\
    @media (prefers-color-scheme:dark){.page{fill:#0d1117}.ink{fill:#e6edf3}.soft{fill:#9aa4af}\
    .grid{stroke:#30363d}.band{fill:#161b22}.allowed{fill:#484f58}.taken{fill:#3b78b8}\
    .done{fill:#79b8ff}.due{fill:#0d1117;stroke:#e6edf3}.late{fill:#ff9a57}\
    .told{fill:#0d1117;stroke:#79b8ff}.today{stroke:#ff9a57}.now{fill:#ff9a57}}
    """

  /// The chart as a document of its own, 1,000 units wide; no script, no outside resource.
  package var svg: String {
    let height = Self.top + Double(rows.count) * Self.rowHeight + 76
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", "0 0 \(SVGText.number(Self.width)) \(SVGText.number(height))"),
        ("width", SVGText.number(Self.width)), ("height", SVGText.number(height)),
        ("role", "img"), ("aria-labelledby", "title desc"),
        ("font-family", "sans-serif"), ("font-size", "13"),
      ])
    svg.add("title", [("id", "title")], text: "\(docket.file.title), docket on \(docket.on)")
    svg.add("desc", [("id", "desc")], text: words)
    svg.add("style", text: Self.style)
    svg.add("rect", [("class", "page"), ("width", "100%"), ("height", "100%")])
    heading(&svg)
    for place in rows.indices where place % 2 == 1 { band(place, &svg) }
    axis(&svg)
    for (place, row) in rows.enumerated() {
      draw(row, at: Self.top + Double(place) * Self.rowHeight, &svg)
    }
    today(&svg)
    for (place, row) in rows.enumerated() {
      marks(row, at: Self.top + Double(place) * Self.rowHeight, &svg)
    }
    legend(at: height - 44, &svg)
    svg.end()
    return svg.text
  }

  /// The chart in words: what it shows to one who does not see it.
  private var words: String {
    let lines = rows.map { row in
      let due = row.due.map { ", last day \($0)" } ?? ""
      let done = row.done.first.map { ", done \($0)" } ?? ""
      return "\(row.step.title)\(due)\(done): \(row.step.statusWords)."
    }
    return "Steps with their days on \(docket.on). " + lines.joined(separator: " ")
  }

  private func x(_ day: Day) -> Double {
    Self.left + place(day) * (Self.width - Self.left - Self.right)
  }

  private func heading(_ svg: inout SVGText) {
    svg.add(
      "text",
      [("class", "ink"), ("x", "16"), ("y", "26"), ("font-size", "17"), ("font-weight", "bold")],
      text: Self.cut(docket.file.title, 104))
    let late = docket.late.count
    svg.add(
      "text", [("class", "soft"), ("x", "16"), ("y", "47")],
      text: "On \(docket.on): " + (late == 0 ? "nothing late" : "\(late) late")
        + (docket.next.first.map { step in
          let day = (step.scheduled?.day ?? step.due).map { "\($0)" } ?? ""
          return "; next \(Self.cut(step.title, 70)), \(day)"
        } ?? "; nothing due"))
  }

  private var bottom: Double { Self.top + Double(rows.count) * Self.rowHeight }

  private func axis(_ svg: inout SVGText) {
    for tick in ticks(atMost: 9) {
      let x = SVGText.number(x(tick.day))
      svg.add(
        "line",
        [
          ("class", "grid"), ("x1", x), ("x2", x), ("y1", SVGText.number(Self.top - 4)),
          ("y2", SVGText.number(bottom)),
        ])
      svg.add(
        "text",
        [
          ("class", "soft"), ("x", x), ("y", SVGText.number(Self.top - 9)), ("font-size", "12"),
          ("text-anchor", "middle"),
        ], text: tick.label)
    }
  }

  private func band(_ place: Int, _ svg: inout SVGText) {
    svg.add(
      "rect",
      [
        ("class", "band"), ("x", "8"),
        ("y", SVGText.number(Self.top + Double(place) * Self.rowHeight)),
        ("width", SVGText.number(Self.width - 16)), ("height", SVGText.number(Self.rowHeight)),
      ])
  }

  private func draw(_ row: Row, at y: Double, _ svg: inout SVGText) {
    svg.add(
      "text", [("class", "ink"), ("x", "16"), ("y", SVGText.number(y + 16))],
      text: Self.cut(row.step.title, 46))
    let middle = y + Self.rowHeight / 2
    if let start = row.start, let end = row.due ?? row.done.first, start < end {
      bar("allowed", from: start, to: end, at: middle, &svg)
    }
    if let start = row.start, let first = row.done.first, start < first {
      bar("taken", from: start, to: first, at: middle, &svg)
    }
    if let overdue = row.overdue {
      bar("late", from: overdue.lowerBound, to: overdue.upperBound, at: middle, &svg)
    }
  }

  private func bar(
    _ kind: String, from: Day, to: Day, at middle: Double, _ svg: inout SVGText
  ) {
    svg.add(
      "rect",
      [
        ("class", kind), ("x", SVGText.number(x(from))), ("y", SVGText.number(middle - 3.5)),
        ("width", SVGText.number(max(1, x(to) - x(from)))), ("height", "7"), ("rx", "2"),
      ])
  }

  private func today(_ svg: inout SVGText) {
    let place = x(docket.on)
    svg.add(
      "line",
      [
        ("class", "today"), ("x1", SVGText.number(place)), ("x2", SVGText.number(place)),
        ("y1", SVGText.number(Self.top - 4)), ("y2", SVGText.number(bottom + 6)),
        ("stroke-width", "1.5"), ("stroke-dasharray", "4 3"),
      ])
    svg.add(
      "text",
      [
        ("class", "now"), ("x", SVGText.number(place)), ("y", SVGText.number(bottom + 19)),
        ("font-size", "12"),
        ("text-anchor", "middle"),
      ], text: "\(docket.on)")
  }

  private func marks(_ row: Row, at y: Double, _ svg: inout SVGText) {
    let middle = y + Self.rowHeight / 2
    if let due = row.due {
      diamond(row.overdue == nil ? "due" : "late", due, middle, title: "last day \(due)", &svg)
    }
    if let scheduled = row.scheduled {
      circle("told", scheduled, middle, title: "announced for \(scheduled)", &svg)
    }
    for day in row.done { circle("done", day, middle, title: "done \(day)", &svg) }
    caption(row, middle, &svg)
  }

  /// In words, right of the marks of a row, the day that matters most in it.
  private func caption(_ row: Row, _ middle: Double, _ svg: inout SVGText) {
    let days = row.done + [row.due, row.scheduled, row.overdue?.upperBound].compactMap { $0 }
    guard let last = days.max() else { return }
    let words: String
    if let done = row.done.last {
      words = "done \(done)"
    } else if let scheduled = row.scheduled {
      words = "set for \(scheduled)"
    } else if row.overdue != nil {
      words = "\(row.step.daysLate ?? 0) days late"
    } else {
      words = row.due.map { "by \($0)" } ?? ""
    }
    svg.add(
      "text",
      [
        ("class", "soft"), ("x", SVGText.number(x(last) + 11)),
        ("y", SVGText.number(middle + 4)), ("font-size", "11"),
      ], text: words)
  }

  private func circle(
    _ kind: String, _ day: Day, _ middle: Double, title: String, _ svg: inout SVGText
  ) {
    svg.add(
      "circle",
      [
        ("class", kind), ("cx", SVGText.number(x(day))), ("cy", SVGText.number(middle)),
        ("r", "5"), ("stroke-width", "1.5"),
      ], title: title)
  }

  private func diamond(
    _ kind: String, _ day: Day, _ middle: Double, title: String, _ svg: inout SVGText
  ) {
    let place = x(day)
    let points = [(0.0, -6.0), (6, 0), (0, 6), (-6, 0)].map { point in
      "\(SVGText.number(place + point.0)),\(SVGText.number(middle + point.1))"
    }
    svg.add(
      "polygon",
      [("class", kind), ("points", points.joined(separator: " ")), ("stroke-width", "1.5")],
      title: title)
  }

  private func legend(at y: Double, _ svg: inout SVGText) {
    let middle = SVGText.number(y + 18)
    var place = 16.0
    func label(_ text: String, _ width: Double) {
      svg.add(
        "text",
        [("class", "soft"), ("x", SVGText.number(place + 16)), ("y", SVGText.number(y + 22))],
        text: text)
      place += width
    }
    for (kind, text, width) in [("done", "done", 74.0), ("told", "announced", 110)] {
      svg.add(
        "circle",
        [
          ("class", kind), ("cx", SVGText.number(place + 5)), ("cy", middle), ("r", "5"),
          ("stroke-width", "1.5"),
        ])
      label(text, width)
    }
    for (kind, text, width) in [("due", "last day", 92.0), ("late", "late", 66)] {
      let centre = place + 5
      let points = [(0.0, -6.0), (6, 0), (0, 6), (-6, 0)].map { point in
        "\(SVGText.number(centre + point.0)),\(SVGText.number(y + 18 + point.1))"
      }
      svg.add(
        "polygon",
        [("class", kind), ("points", points.joined(separator: " ")), ("stroke-width", "1.5")])
      label(text, width)
    }
    for (kind, text, width) in [("taken", "time taken", 110.0), ("allowed", "time allowed", 120)] {
      svg.add(
        "rect",
        [
          ("class", kind), ("x", SVGText.number(place - 4)), ("y", SVGText.number(y + 14.5)),
          ("width", "16"), ("height", "7"), ("rx", "2"),
        ])
      label(text, width)
    }
  }

  private static func cut(_ text: String, _ length: Int) -> String {
    text.count > length ? text.prefix(length - 1) + "…" : text
  }
}

extension DocketAnswer {
  /// The chart as Scalable Vector Graphics.
  public var svg: String { DocketChart(docket).svg }
}
