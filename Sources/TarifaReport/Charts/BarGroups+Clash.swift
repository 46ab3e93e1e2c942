public import JSONText

extension BarGroups {
  /// What a brief asks beside what could be met, from the answer of `design` where no list meets it:
  /// the bounds in dollars, each moved by itself.
  ///
  /// - Throws: ``JSONShapeError`` when no bound in dollars would do by itself.
  public init(clash answer: JSONValue) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    let alone = try place.at("alone")
    var rows: [Row] = []
    for remedy in try alone.items() {
      for change in try remedy.at("changes").items()
      where change.value["unit"]?.string == "dollars" {
        let side = try change.at("bound").text() == "lower" ? "at least" : "at most"
        rows.append(
          Row(
            "\(try change.at("condition").text()), \(side)", a: try change.at("from").number(),
            b: try change.at("to").number()))
      }
    }
    guard !rows.isEmpty else { throw alone.lacking("a bound in dollars that would do by itself") }
    self.init(
      title: "What could be met",
      subtitle: "\(try place.at("title").text()). Dollars a year, one bound moved at a time.",
      names: ("asked", "would do"), rows: rows, unit: .dollars)
  }
}
