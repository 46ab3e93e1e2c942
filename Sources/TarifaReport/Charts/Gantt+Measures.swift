public import JSONText
import TariffLaw

extension Gantt {
  /// The measures of the law over time in groups by authority, from the answer of `law measures`.
  ///
  /// - Parameter authority: the one to show; without it, all measures on top of the schedule's columns that began, changed
  ///   or ended.
  /// - Throws: ``JSONShapeError`` when the answer lacks its measures or their days.
  public init(measures answer: JSONValue, authority: String?) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    let (first, last) = (try place.at("from").day(), try place.at("until").day())
    var order: [String] = []
    var rows: [String: [Row]] = [:]
    for measure in try place.at("measures").items() {
      let name = try measure.at("authority").text()
      if let authority {
        guard name == authority else { continue }
      } else {
        guard try measure.at("on_top").bool() else { continue }
      }
      guard let row = try Gantt.row(measure, first...last) else { continue }
      // A measure that was there before and stays is no event.
      if authority == nil, row.spans.count == 1, row.spans[0].days == first...last { continue }
      if rows[name] == nil { order.append(name) }
      rows[name, default: []].append(row)
    }
    self.init(
      title: authority.map { "Measures of \($0)" } ?? "Measures that began, changed or ended",
      subtitle: "\(first) to \(last), each change of rate or scope a new bar.",
      groups: order.map { Group($0, rows: rows[$0] ?? []) }, today: nil)
  }

  private static func row(
    _ measure: JSONPlace, _ held: ClosedRange<Day>
  ) throws(JSONShapeError) -> Row? {
    var spans: [(days: ClosedRange<Day>, note: String)] = []
    for term in try measure.at("terms").items() {
      let from = try term.optional("from").map { place throws(JSONShapeError) in try place.day() }
      let until = try term.optional("until").map { place throws(JSONShapeError) in try place.day() }
      let (start, end) = (
        max(from ?? held.lowerBound, held.lowerBound),
        min(until ?? held.upperBound, held.upperBound)
      )
      guard start <= end else { continue }
      // A term for goods that came under the law of an earlier day, as into a foreign-trade zone, but are entered only after it:
      // no bar of its own, since it is what the measure does from its first day on.
      let entered = try term.optional("entered_from").map { place throws(JSONShapeError) in
        try place.day()
      }
      if let entered, let until, entered > until { continue }
      let rate = try term.at("rate").text()
      let note =
        "\(rate), \(start) to \(until.map { "\($0)" } ?? "open"): \(try term.at("citation").text())"
      if !spans.contains(where: { $0.days == start...end }) {
        spans.append((start...end, note))
      }
    }
    guard !spans.isEmpty else { return nil }
    spans.sort {
      ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound)
    }
    return Row(
      try measure.at("title").text(),
      spans: spans.map { Span(.inForce, $0.days, note: $0.note) })
  }
}
