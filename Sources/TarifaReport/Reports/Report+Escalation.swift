import JSONText

extension Report {
  /// Rounds of actions and answers.
  static func escalation(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    var report = Report(
      kind: .escalation, title: try place.at("title").text(),
      question: "What does each round of tariffs and answers do, with all before it in force?")
    let rounds = try place.at("rounds")
    let regions = try RegionNames(place)
    let importer = try place.at("importer").text()
    guard let last = try rounds.items().last else {
      throw rounds.lacking("a list of at least one round")
    }
    var shown = [importer]
    for partner in try last.at("trade").items() {
      shown.append(try partner.at("partner").text())
      let balance = try partner.at("balance")
      report.figure(
        "Balance in goods with \(try partner.at("name").text()), change",
        try balance.at("after").number() - (try balance.at("before").number()), nil, .dollars)
    }
    for country in try last.at("countries").items()
    where shown.contains(try country.at("code").text()) {
      report.figure(
        "Real income of \(regions.name(try country.at("code").text()))",
        try country.at("real_income_pct").number(), nil, .percent)
    }
    report.figure("Rounds", Unit.whole.words(Double(try rounds.items().count)))
    report.charts = [
      try SeriesLines.rounds(escalation: place),
      try WorldMap(realIncome: try last.at("countries"), of: place, "After the last round"),
    ]
    var (steps, countries) = (
      Table(
        "Rounds",
        [
          .init("round"), .init("actions"), .init("answered"), .init("revenue", .dollars),
          .init("largest error", .plain),
        ]),
      Table(
        "Countries by round",
        [
          .init("round"), .init("country"), .init("real income", .percent),
          .init("real wage", .percent), .init("terms of trade", .percent),
        ])
    )
    for round in try rounds.items() {
      let name = Table.Cell(round.value["name"])
      steps.append([
        name, .init(round.value["actions"]), .init(round.value["answered"]),
        .init(round.value["revenue"]?["after"]), .init(round.value["residual"]),
      ])
      for country in try round.at("countries").items() {
        countries.append(
          [name, .init(country.value["name"])]
            + ["real_income_pct", "real_wage_pct", "terms_of_trade_pct"].map {
              .init(country.value[$0])
            })
      }
    }
    report.tables = [steps, countries]
    report.explain(place.optional("notes"))
    try report.restsOnWorld(place)
    return report
  }
}
