import JSONText

/// Pictures of games and escalations.
extension SeriesLines {
  /// The best uniform tariff of each player against the other's, in one plane: where the lines cross,
  /// neither wants another.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no curves.
  static func bestResponses(game answer: JSONPlace) throws(JSONShapeError) -> SeriesLines {
    let regions = try RegionNames(answer)
    let (curves, players) = (try answer.at("curves"), try answer.at("players").items())
    guard players.count == 2 else { throw curves.lacking("two players") }
    let (home, partner) = (try players[0].text(), try players[1].text())
    var series: [Series] = []
    for curve in try curves.items() {
      let player = try curve.at("player").text()
      var points: [Point] = []
      for point in try curve.at("points").items() {
        let (given, best) = (try point.at("given").number(), try point.at("best").number())
        points.append(player == home ? Point(x: given, y: best) : Point(x: best, y: given))
      }
      series.append(Series("Best tariff of \(regions.name(player))", points))
    }
    guard !series.isEmpty else { throw curves.lacking("a curve; ask with curves") }
    return SeriesLines(
      title: "Best answers to each other's tariff",
      subtitle: "One rate on all goods of the other. Where the lines cross, neither "
        + "gains by another rate.",
      series: series,
      across: .amount(title: "tariff of \(regions.name(partner))", unit: .share),
      upTitle: "tariff of \(regions.name(home))", upUnit: .share)
  }

  /// Real income of the countries that act, round by round.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no rounds.
  static func rounds(escalation answer: JSONPlace) throws(JSONShapeError) -> SeriesLines {
    let regions = try RegionNames(answer)
    let rounds = try answer.at("rounds").items()
    var shown = [try answer.at("importer").text()]
    for partner in try rounds.first?.at("trade").items() ?? [] {
      shown.append(try partner.at("partner").text())
    }
    var series: [Series] = []
    for code in shown {
      var points = [Point(x: 1, y: 0)]
      for (place, round) in rounds.enumerated() {
        for country in try round.at("countries").items()
        where try country.at("code").text() == code {
          points.append(
            Point(x: Double(place + 2), y: try country.at("real_income_pct").number()))
        }
      }
      series.append(Series(regions.name(code), points))
    }
    var names = ["before"]
    for round in rounds { names.append(try round.at("name").text()) }
    return SeriesLines(
      title: "Real income round by round",
      subtitle: "Percent of the base; each round with all before it in force.", series: series,
      across: .steps(names), upTitle: "change of real income", upUnit: .percent)
  }
}
