public import JSONText

extension BarGroups {
  /// The amounts of two actions, from the answer of `diff`: dollars a year against the baseline.
  ///
  /// - Throws: ``JSONShapeError`` when the answer does not name the actions, or lacks an amount.
  public init(comparison answer: JSONValue) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    let amounts = try place.at("amounts")
    let shown = [
      ("covered_imports", "Imports covered"), ("revenue", "Revenue"),
      ("buyers_loss", "Buyers' loss"), ("net_welfare", "Net welfare"),
      ("partner_imports_change", "Imports from the partner"),
      ("imports_change", "Imports from all"), ("exports_change", "Exports"),
      ("total_balance_change", "Trade balance"),
    ]
    var rows: [Row] = []
    for (name, label) in shown {
      let amount = try amounts.at(name)
      rows.append(
        Row(label, a: amount.value["a"]?["value"]?.number, b: amount.value["b"]?["value"]?.number))
    }
    self.init(
      title: "Two actions side by side",
      subtitle: "Dollars a year, against \(try place.at("baseline").text()).",
      names: (try place.at("a", "title").text(), try place.at("b", "title").text()), rows: rows,
      unit: .dollars)
  }

  /// Buyers' loss by sector of two actions: the sectors with the largest.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no sectors.
  public static func sectors(
    comparison answer: JSONValue, most: Int = 10
  ) throws(JSONShapeError) -> BarGroups {
    let place = JSONPlace(answer)
    var rows: [Row] = []
    for sector in try place.at("by_sector").items() {
      let code = try sector.at("sector").text()
      let title = sector.optional("title").flatMap(\.value.string) ?? code
      rows.append(
        Row(
          title, a: sector.value["a"]?["buyers_loss"]?.number,
          b: sector.value["b"]?["buyers_loss"]?.number))
    }
    func size(_ row: Row) -> Double {
      row.values.reduce(0) { max($0, ($1 ?? 0).magnitude) }
    }
    let order = rows.indices.sorted { (size(rows[$1]), $0) < (size(rows[$0]), $1) }
    return BarGroups(
      title: "Buyers' loss by sector",
      subtitle: "Dollars a year; the \(min(most, rows.count)) sectors with the largest.",
      names: (try place.at("a", "title").text(), try place.at("b", "title").text()),
      rows: order.prefix(most).map { rows[$0] }, unit: .dollars)
  }
}
