import JSONText

/// Pictures of answers about worlds.
extension RangeBars {
  /// The change of real income: the countries with the largest.
  ///
  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  static func realIncome(
    _ countries: JSONPlace, _ what: String, most: Int = 15
  ) throws(JSONShapeError) -> RangeBars {
    var rows: [Row] = []
    for item in try countries.items() {
      let name = try item.at("name").text()
      if let drawn = item.optional("real_income") {
        rows.append(
          Row(name, try drawn.at("value_pct").number(), drawn.range("low_pct", "high_pct")))
      } else {
        rows.append(Row(name, try item.at("real_income_pct").number()))
      }
    }
    return RangeBars(
      title: "Real income, the largest changes",
      subtitle:
        "\(what). Percent of the base; \(min(most, rows.count)) of \(rows.count) countries.",
      rows: largest(rows, most), unit: .percent, isSigned: true)
  }

  /// What is made of each good at home: the largest changes, from the answer of `world assess`.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no sectors, as of an agreement.
  static func output(
    world answer: JSONPlace, most: Int = 15
  ) throws(JSONShapeError) -> RangeBars {
    var rows: [Row] = []
    for sector in try answer.at("sectors").items() where try sector.at("goods").bool() {
      // A sector that makes nothing has no change.
      guard let output = sector.optional("real_output_pct") else { continue }
      rows.append(Row(try sector.at("name").text(), try output.number()))
    }
    let isFixed = try answer.at("labour").text() == "fixed"
    return RangeBars(
      title: "Goods made at home",
      subtitle: "Real output in percent of the base; the \(min(most, rows.count)) largest changes; "
        + (isFixed ? "no worker changes sector." : "workers move between sectors."),
      rows: largest(rows, most), unit: .percent, isSigned: true)
  }

  /// The importer's balance in goods with its partners: the largest changes.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no trade, as of an agreement.
  static func balances(
    world answer: JSONPlace, most: Int = 12
  ) throws(JSONShapeError) -> RangeBars {
    var rows: [Row] = []
    for partner in try answer.at("trade").items() {
      let balance = try partner.at("balance")
      rows.append(
        Row(
          try partner.at("name").text(),
          try balance.at("after").number() - (try balance.at("before").number())))
    }
    return RangeBars(
      title: "Balance in goods by partner",
      subtitle: "Dollars a year, change; the \(min(most, rows.count)) largest. "
        + "The sum over all partners is assumed by the deficit rule.",
      rows: largest(rows, most), unit: .dollars, isSigned: true)
  }

  /// The change of the importer's real income under each set of trade elasticities; under an agreement
  /// of the country that gains most.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no sets.
  static func sets(
    world answer: JSONPlace, of code: String
  ) throws(JSONShapeError) -> RangeBars {
    var rows: [Row] = []
    for set in try answer.at("sets").items() {
      for country in try set.at("countries").items() where try country.at("code").text() == code {
        rows.append(
          Row(try set.at("source").text(), try country.at("real_income_pct").number()))
      }
    }
    return RangeBars(
      title: "What the trade elasticities decide",
      subtitle:
        "Change of real income of \(try RegionNames(answer).name(code)) in percent, by set of "
        + "published elasticities.",
      rows: rows, unit: .percent, isSigned: true)
  }
}
