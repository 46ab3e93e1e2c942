public import JSONText
import TariffLaw

extension Gantt {
  /// The measures that are owed on a code over time by authority, from the answer of `history`.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no intervals, or they no lines.
  public init(history answer: JSONValue) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    /// The spans of one measure, each with its rate.
    struct Held {
      var authority: String
      var title: String
      var spans: [(days: ClosedRange<Day>, rate: String)]
    }
    var order: [String] = []
    var held: [String: Held] = [:]
    for interval in try place.at("intervals").items() {
      let (from, until) = (try interval.at("from").day(), try interval.at("until").day())
      guard from <= until else {
        throw try interval.at("until").lacking("a day not before \(from)")
      }
      for line in try interval.at("lines").items() {
        let status = try line.at("status").text()
        guard status == "applied" || status == "needs-facts" else { continue }
        let id = try line.at("measure").text()
        let rate =
          line.optional("rate_text").flatMap(\.value.string)
          ?? line.value["rate"]?.number.map { Unit.share.words($0) } ?? "rate not known"
        if held[id] == nil {
          order.append(id)
          held[id] = Held(
            authority: try line.at("authority").text(), title: try line.at("title").text(),
            spans: [])
        }
        // A measure that goes on at the same rate is one span.
        if let last = held[id]?.spans.last, last.rate == rate,
          last.days.upperBound.advanced(by: 1) == from
        {
          held[id]?.spans.removeLast()
          held[id]?.spans.append((last.days.lowerBound...until, rate))
        } else {
          held[id]?.spans.append((from...until, rate))
        }
      }
    }
    let measures = order.compactMap { held[$0] }
    var authorities: [String] = []
    for measure in measures where !authorities.contains(measure.authority) {
      authorities.append(measure.authority)
    }
    let origin = place.optional("origin").flatMap(\.value.string).map { " from \($0)" } ?? ""
    self.init(
      title: "Duties on \(CodeWords.dotted(try place.at("hts").text()))\(origin) over time",
      subtitle: "What is owed, by authority, up to \(try place.at("until").text()); at the right "
        + "the last rate.",
      groups: authorities.map { authority in
        Group(
          authority,
          rows: measures.filter { $0.authority == authority }.map { measure in
            Row(
              measure.title, caption: measure.spans.last?.rate ?? "",
              spans: measure.spans.map { Span(.inForce, $0.days, note: $0.rate) })
          })
      })
  }
}
