public import JSONText
import TariffLaw

extension StackedArea {
  /// The effective rate by authority over time, from the answer of `rates etr --by authority`.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no rows, or was not asked by authority.
  public init(effectiveRate answer: JSONValue) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    guard place.value["by"]?.string == "authority" else {
      throw JSONShapeError(
        path: "by", expected: "'authority' (ask for the rate by authority)",
        found: place.value["by"]?.string.map { "'\($0)'" } ?? "nothing")
    }
    var intervals: [ClosedRange<Day>] = []
    var names: [String] = []
    var rates: [[String: Double]] = []
    for row in try place.at("rows").items() {
      let (first, last) = (try row.at("date").day(), try row.at("until").day())
      guard first <= last else { throw try row.at("until").lacking("a day not before \(first)") }
      intervals.append(first...last)
      var parts: [String: Double] = [:]
      for part in try row.at("parts").items() {
        let name = try part.at("authority").text()
        if !names.contains(name) { names.append(name) }
        parts[name] = try part.at("rate").number()
      }
      rates.append(parts)
    }
    guard !intervals.isEmpty else {
      throw try place.at("rows").lacking("a list of at least one row")
    }
    self.init(
      title: "Effective rate of duty by authority",
      subtitle: "Statutory, weighted by \(try place.at("weights_title").text()). Claims: "
        + "\(try place.at("claims").text()). 'column' is the schedule itself.",
      intervals: intervals,
      series: names.map { name in
        Series(name: name, values: rates.map { $0[name] ?? 0 })
      }, unit: .share)
  }
}
