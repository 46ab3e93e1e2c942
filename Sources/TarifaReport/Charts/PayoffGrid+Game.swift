import JSONText

extension PayoffGrid {
  /// What each pair of choices brings the two players, from the answer of `world game`.
  ///
  /// - Throws: ``JSONShapeError`` when no rest was found, so that there is no such table.
  init(game answer: JSONPlace) throws(JSONShapeError) {
    let players = try answer.at("players").items()
    let payoffs = try answer.at("payoffs")
    guard players.count == 2 else { throw payoffs.lacking("two players") }
    let (first, second) = (try players[0].text(), try players[1].text())
    var choices: [String] = []
    for choice in try payoffs.at("choices").items() { choices.append(try choice.text()) }
    let found = try payoffs.at("cells").items()
    guard found.count == choices.count * choices.count else {
      throw payoffs.lacking("a cell for each pair of choices")
    }
    var cells: [[Cell]] = []
    for row in choices.indices {
      var line: [Cell] = []
      for column in choices.indices {
        let cell = found[row * choices.count + column]
        line.append(
          Cell(
            first: try cell.at("first_pct").number(), second: try cell.at("second_pct").number()))
      }
      cells.append(line)
    }
    self.init(
      title: "What each pair of choices brings",
      subtitle: "Change of real income in percent of the base.", players: (first, second),
      choices: choices, cells: cells, unit: .percent)
  }
}
