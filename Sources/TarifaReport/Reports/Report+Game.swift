import JSONText

extension Report {
  /// Optimal tariffs of two countries, and where they come to rest.
  static func game(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let regions = try RegionNames(place)
    let players = try place.at("players").items()
    guard players.count == 2 else { throw try place.at("players").lacking("two players") }
    let names = [regions.name(try players[0].text()), regions.name(try players[1].text())]
    var report = Report(
      kind: .game, title: "Tariffs between \(names[0]) and \(names[1])",
      question:
        "Which tariffs on the other would each choose alone, and where do they come to rest?")
    for optimum in try place.at("optimal").items() {
      let code = try optimum.at("player").text()
      report.figure(
        "\(regions.name(code)) alone, mean rate", try optimum.at("mean_rate").number(), nil, .share)
      report.figure(
        "\(regions.name(code)) alone, gain",
        try optimum.at("real_income_pct").at(code).number(), nil, .percent)
    }
    let nash = try place.at("nash")
    let countries = nash.optional("countries")
    for rate in try nash.optional("rates")?.items() ?? [] {
      let code = try rate.at("player").text()
      report.figure(
        "\(regions.name(code)) at rest, mean rate", try rate.at("mean_rate").number(), nil, .share)
      for country in try countries?.items() ?? [] where try country.at("code").text() == code {
        report.figure(
          "\(regions.name(code)) at rest, real income",
          try country.at("real_income_pct").number(), nil, .percent)
      }
    }
    report.draw("best answers") { () throws(JSONShapeError) in
      try SeriesLines.bestResponses(game: place)
    }
    report.draw("payoffs") { () throws(JSONShapeError) in try PayoffGrid(game: place) }
    for player in players.indices {
      report.draw("optimal tariffs of \(names[player])") { () throws(JSONShapeError) in
        try BarGroups.rates(game: place, player: player)
      }
    }
    if let countries {
      report.charts.append(try WorldMap(realIncome: countries, of: place, "Where the game rests"))
    }
    report.tables = try gameTables(place)
    report.explain(place.optional("text"))
    try report.restsOnWorld(place)
    report.rests(on: "rates", place.optional("by"))
    return report
  }

  private static func gameTables(_ place: JSONPlace) throws(JSONShapeError) -> [Table] {
    let nash = try place.at("nash")
    var rates = Table(
      "Rates",
      [.init("player"), .init("where"), .init("sector"), .init("name"), .init("rate", .share)])
    func add(_ list: JSONPlace?, _ words: String) throws(JSONShapeError) {
      for player in try list?.items() ?? [] {
        for rate in try player.at("rates").items() {
          rates.append(
            [
              .init(player.value["player"]), .text(words), .init(rate.value["sector"]),
              .init(rate.value["name"]), .init(rate.value["rate"]),
            ])
        }
      }
    }
    try add(try place.at("optimal"), "alone")
    try add(nash.optional("rates"), "at rest")
    var tables = [rates]
    if let countries = nash.optional("countries") {
      tables.append(try Table("Countries at rest", of: countries, countryFields + flowFields))
    }
    tables.append(
      try Table(
        "Starts", of: try nash.at("starts"),
        [
          .init("start", "start"), .init("rounds", "rounds", unit: .whole),
          .init("last movement", "movement", unit: .plain), .init("interior", "interior"),
          .init("trade left", "trade_left", unit: .share),
          .init("deviations tried", "deviations", unit: .whole),
          .init("best deviation", "best_deviation_pct", unit: .percent),
        ]))
    return tables
  }
}
