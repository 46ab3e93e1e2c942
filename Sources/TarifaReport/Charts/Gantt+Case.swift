public import JSONText
import TariffLaw

extension Gantt {
  /// The docket of an investigation, from the answer of `case`.
  ///
  /// - Throws: ``JSONShapeError`` when the answer lacks its steps or their days.
  public init(docket answer: JSONValue) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    let on = try place.at("on").day()
    var rows: [Row] = []
    for step in try place.at("steps").items() {
      if let row = try Gantt.row(step) { rows.append(row) }
    }
    let late = try place.at("late").items().count
    var subtitle = "On \(on): \(late == 0 ? "nothing late" : "\(late) late")"
    if let next = try place.at("next").items().first {
      let day = next.optional("scheduled") ?? next.optional("due")
      subtitle +=
        "; next \(try next.at("title").text())" + (day?.value.string.map { ", \($0)" } ?? "")
    } else {
      subtitle += "; nothing due"
    }
    self.init(
      title: try place.at("title").text(), subtitle: subtitle + ".",
      groups: [Group("", rows: rows)], today: on)
  }

  private static func daysLate(_ step: JSONPlace) throws(JSONShapeError) -> Int? {
    guard let place = step.optional("days_late") else { return nil }
    let days = try place.integer()
    guard (0..<1_000_000).contains(days) else { throw place.lacking("a number of days") }
    return days
  }

  /// A step with a day to show; `nil` where it has none, or was waived.
  private static func row(_ step: JSONPlace) throws(JSONShapeError) -> Row? {
    func day(_ name: String) throws(JSONShapeError) -> Day? {
      guard let place = step.optional(name) else { return nil }
      return try place.day()
    }
    let (due, scheduled) = (try day("due"), try day("scheduled"))
    var done: [Day] = []
    for event in try step.at("events").items() {
      let date = try event.at("date").day()
      if date != scheduled { done.append(date) }
    }
    let status = try step.at("status").text()
    guard status != "waived", due != nil || scheduled != nil || !done.isEmpty else { return nil }
    var spans: [Span] = []
    func add(_ kind: SpanKind, _ from: Day?, _ to: Day?) {
      if let from, let to, from < to { spans.append(Span(kind, from...to)) }
    }
    let (opens, runsFrom) = (try day("opens"), try day("runs_from"))
    let start = opens ?? runsFrom
    add(.allowed, start, due ?? done.first)
    add(.taken, start, done.first)
    let late = try daysLate(step)
    if let due, let late { add(.late, due, due.advanced(by: late)) }
    var marks: [Mark] = []
    if let due { marks.append(Mark(late == nil ? .due : .missed, due)) }
    if let scheduled { marks.append(Mark(.announced, scheduled)) }
    marks += done.map { Mark(.done, $0) }
    let caption: String =
      if let last = done.last {
        "done \(last)"
      } else if let scheduled {
        "set for \(scheduled)"
      } else if let late {
        "\(late) day\(late == 1 ? "" : "s") late"
      } else {
        due.map { "by \($0)" } ?? ""
      }
    let of = step.value["of"]?.string.map { " (\($0))" } ?? ""
    let number = step.optional("occurrence").map { ", no. \(Table.Cell($0.value).plain)" } ?? ""
    return Row(
      try step.at("title").text() + of + number, caption: caption, spans: spans, marks: marks)
  }
}
