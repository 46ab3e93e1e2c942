import JSONText

extension BarGroups {
  /// What each instrument of a plan cuts off a bilateral deficit, beside what is wanted.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no instruments.
  static func cuts(deficit answer: JSONPlace) throws(JSONShapeError) -> BarGroups {
    var rows: [Row] = []
    for instrument in try answer.at("instruments").items() {
      let isReached = try instrument.at("reached").bool()
      rows.append(
        Row(
          try instrument.at("name").text() + (isReached ? "" : " *"),
          [
            instrument.value["gross"]?.number, instrument.value["net_bilateral"]?.number,
            instrument.value["net_bilateral_answered"]?.number,
          ]))
    }
    return BarGroups(
      title: "What each instrument cuts",
      subtitle: "Dollars a year off the deficit in goods. * does not reach the target.",
      series: [
        .init(short: "gross", name: "gross: buyers' choices alone"),
        .init(short: "net", name: "net: after diversion"),
        .init(short: "answered", name: "answered: the same laid in return"),
      ], rows: rows, unit: .dollars,
      mark: Mark(try answer.at("target").number(), words: "the target"))
  }

  /// What each instrument does to the real income of both.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no instruments.
  static func incomes(deficit answer: JSONPlace) throws(JSONShapeError) -> BarGroups {
    let regions = try RegionNames(answer)
    let names = (
      try answer.at("importer").text(), try answer.at("partner").text()
    )
    var rows: [Row] = []
    for instrument in try answer.at("instruments").items() {
      rows.append(
        Row(
          try instrument.at("name").text(),
          [
            instrument.value["importer_real_income_pct"]?.number,
            instrument.value["partner_real_income_pct"]?.number,
          ]))
    }
    return BarGroups(
      title: "What it does to real income",
      subtitle: "Percent of the base, without an answer of the partner.",
      series: [
        .init(short: names.0, name: regions.name(names.0)),
        .init(short: names.1, name: regions.name(names.1)),
      ], rows: rows, unit: .percent)
  }

  /// The optimal tariffs of two players by sector, alone and where the game rests.
  ///
  /// - Throws: ``JSONShapeError`` when no rest was found.
  static func rates(
    game answer: JSONPlace, player place: Int, most: Int = 12
  ) throws(JSONShapeError) -> BarGroups {
    let optimal = try answer.at("optimal").items()
    let rests = try answer.at("nash", "rates").items()
    guard optimal.indices.contains(place), rests.indices.contains(place) else {
      throw try answer.at("nash", "rates").lacking("the rates of both players")
    }
    var rows: [Row] = []
    for (alone, rest) in zip(
      try optimal[place].at("rates").items(), try rests[place].at("rates").items())
    {
      let name = alone.optional("name")?.value.string
      let sector = try alone.at("sector").text()
      rows.append(
        Row(name ?? sector, [try alone.at("rate").number(), try rest.at("rate").number()]))
    }
    let order = rows.indices.sorted {
      (rows[$1].values[0] ?? 0, $0) < (rows[$0].values[0] ?? 0, $1)
    }
    let player = try RegionNames(answer).name(try optimal[place].at("player").text())
    return BarGroups(
      title: "Optimal tariffs of \(player)",
      subtitle:
        "On the other's goods; the \(min(most, rows.count)) highest of \(rows.count) sectors.",
      series: [
        .init(short: "alone", name: "alone: the other keeps its tariffs"),
        .init(short: "at rest", name: "at rest: the other answers best"),
      ], rows: order.prefix(most).map { rows[$0] }, unit: .share)
  }

  /// What the partial equilibrium says of an action beside the world model: what is bought of the
  /// partner, what is collected, and what the importer gains.
  ///
  /// - Throws: ``JSONShapeError`` when there is no such answer beside it, as of an agreement.
  static func besidePartial(world answer: JSONPlace) throws(JSONShapeError) -> BarGroups {
    let beside = try answer.at("beside_partial")
    let partner = try RegionNames(answer).name(try beside.at("partner").text())
    func row(
      _ label: String, _ partial: String, _ world: String
    ) throws(JSONShapeError) -> Row {
      Row(label, [try beside.at(partial).number(), try beside.at(world).number()])
    }
    return BarGroups(
      title: "Beside the partial equilibrium",
      subtitle: "Dollars a year, change. Why they differ is said under 'How to read it'.",
      series: [
        .init(short: "partial", name: "partial: goods of the importer alone, wages given"),
        .init(short: "world", name: "world: wages, costs and spending have moved"),
      ],
      rows: [
        try row(
          "Imports from \(partner)", "partial_imports_change", "world_imports_change"),
        try row("Revenue", "partial_revenue", "world_revenue"),
        try row("Net welfare, real income", "partial_net_welfare", "world_real_income"),
      ], unit: .dollars)
  }
}
