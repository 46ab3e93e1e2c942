public import JSONText
import TariffLaw

extension Gantt {
  /// Several cases side by side, one row each, from the answers of `case`: from the first step done to the last, with a mark at
  /// each step.
  ///
  /// - Throws: ``JSONShapeError`` when an answer lacks its steps or their days.
  public init(dockets answers: [JSONValue]) throws(JSONShapeError) {
    var rows: [(first: Day, row: Row)] = []
    for answer in answers {
      let place = JSONPlace(answer)
      var days: [Day] = []
      for step in try place.at("steps").items() {
        for event in try step.at("events").items() { days.append(try event.at("date").day()) }
      }
      guard let first = days.min(), let last = days.max() else { continue }
      let citation = place.optional("citation")?.value.string ?? ""
      let spans =
        first < last ? [Span(.taken, first...last, note: "\(first) to \(last): \(citation)")] : []
      rows.append(
        (
          first,
          Row(
            try place.at("title").text(), spans: spans,
            marks: Set(days).sorted().map { Mark(.done, $0) })
        ))
    }
    self.init(
      title: "Cases", subtitle: "From the first step to the last that is done.",
      groups: [Group("", rows: rows.sorted { $0.first < $1.first }.map(\.row))])
  }
}
