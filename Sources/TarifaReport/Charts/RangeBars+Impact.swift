public import JSONText

/// Pictures of the answer of `assess`: amounts are dollars a year against the baseline.
extension RangeBars {
  /// Who pays and who gains.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has none of the amounts.
  public static func whoPays(impact answer: JSONValue) throws(JSONShapeError) -> RangeBars {
    let place = JSONPlace(answer)
    let amounts: [(name: String, label: String)] = [
      ("buyers_loss", "Buyers lose"), ("revenue", "Treasury takes in"),
      ("producers_gain", "Home producers gain"), ("foreign_loss", "Foreign sellers lose"),
      ("deadweight_loss", "Lost to all (deadweight)"), ("net_welfare", "Importer, net"),
    ]
    var rows: [Row] = []
    for amount in amounts {
      // Not every model knows home producers.
      guard let estimate = place.optional(amount.name) else { continue }
      rows.append(try Row(amount.label, estimate: estimate))
    }
    guard !rows.isEmpty else { throw place.lacking("the amounts of an impact") }
    return RangeBars(
      title: "Who pays", subtitle: try title(place, "Dollars a year against the baseline."),
      rows: rows, unit: .dollars)
  }

  /// What is bought from each origin instead, and less: the largest changes of imports.
  ///
  /// - Parameter most: how many origins are shown.
  /// - Throws: ``JSONShapeError`` when the answer has no imports by origin.
  public static func origins(
    impact answer: JSONValue, most: Int = 12
  ) throws(JSONShapeError) -> RangeBars {
    let place = JSONPlace(answer)
    var rows: [Row] = []
    for item in try filled(place, "imports_by_origin") {
      rows.append(
        Row(
          try item.at("origin").text(), try item.at("change").number(), item.range("low", "high")))
    }
    return RangeBars(
      title: "Change of imports by origin",
      subtitle: try title(place, "Dollars a year; the \(min(most, rows.count)) largest changes."),
      rows: largest(rows, most), unit: .dollars, isSigned: true)
  }

  /// What prices of households' goods do: the largest changes.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no prices, as for an importer whose economy is
  ///   not held.
  public static func prices(
    impact answer: JSONValue, most: Int = 12
  ) throws(JSONShapeError) -> RangeBars {
    let place = JSONPlace(answer)
    var rows: [Row] = []
    for item in try filled(place, "prices") {
      rows.append(
        Row(
          try item.at("category").text(), try item.at("pct").number(),
          item.range("pct_low", "pct_high")))
    }
    return RangeBars(
      title: "Consumer prices by category",
      subtitle: try title(
        place, "Percent; the \(min(most, rows.count)) largest changes."),
      rows: largest(rows, most), unit: .percent, isSigned: true)
  }

  /// What it costs households of each tenth by income, in percent of their income.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no deciles.
  public static func deciles(impact answer: JSONValue) throws(JSONShapeError) -> RangeBars {
    let place = JSONPlace(answer)
    var rows: [Row] = []
    for item in try filled(place, "deciles") {
      let (cost, share) = (try item.at("cost").number(), try item.at("pct_of_income").number())
      // The bounds are of the cost; income does not vary.
      let range = item.range("cost_low", "cost_high").flatMap { range in
        cost > 0 ? range.lowerBound / cost * share...range.upperBound / cost * share : nil
      }
      rows.append(
        Row(
          "Tenth \(try item.at("decile").integer()), \(Unit.dollars.words(cost)) a household",
          share, range))
    }
    return RangeBars(
      title: "Cost by household income",
      subtitle: try title(place, "Percent of income a year, poorest tenth first."),
      rows: rows,
      unit: .percent)
  }

  /// Jobs by industry: the largest changes.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no jobs.
  public static func jobs(
    impact answer: JSONValue, most: Int = 12
  ) throws(JSONShapeError) -> RangeBars {
    let place = JSONPlace(answer)
    var rows: [Row] = []
    for item in try filled(place, "jobs") {
      // Industries whose jobs are not counted have no total.
      guard let total = item.optional("total") else { continue }
      rows.append(
        Row(
          try item.at("title").text(), try total.number(), item.range("total_low", "total_high")))
    }
    return RangeBars(
      title: "Jobs by industry",
      subtitle: try title(place, "The \(min(most, rows.count)) largest changes."),
      rows: largest(rows, most), unit: .count("jobs"), isSigned: true)
  }

  private static func title(_ place: JSONPlace, _ words: String) throws(JSONShapeError) -> String {
    "\(try place.at("title").text()). \(words)"
  }

  /// The items of a list that models without an economy leave empty.
  private static func filled(
    _ place: JSONPlace, _ name: String
  ) throws(JSONShapeError) -> [JSONPlace] {
    let list = try place.at(name)
    let items = try list.items()
    guard !items.isEmpty else { throw list.lacking("a list with something in it") }
    return items
  }

  static func largest(_ rows: [Row], _ most: Int) -> [Row] {
    let order = rows.indices.sorted {
      (rows[$1].value.magnitude, $0) < (rows[$0].value.magnitude, $1)
    }
    return order.prefix(most).map { rows[$0] }
  }
}

extension RangeBars.Row {
  /// A row of an estimate, `{value, low, high}`.
  init(_ label: String, estimate: JSONPlace) throws(JSONShapeError) {
    self.init(label, try estimate.at("value").number(), estimate.range("low", "high"))
  }
}
