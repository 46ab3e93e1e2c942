/// What two players get for each pair of their choices.
public struct PayoffGrid: Chart {
  public struct Cell: Sendable {
    public let first: Double
    public let second: Double

    public init(first: Double, second: Double) {
      self.first = first
      self.second = second
    }
  }

  public let title: String
  public let subtitle: String
  public let players: (first: String, second: String)
  public let choices: [String]
  /// By the first player's choice, then the second's.
  public let cells: [[Cell]]
  public let unit: Unit

  public init(
    title: String, subtitle: String = "", players: (first: String, second: String),
    choices: [String], cells: [[Cell]], unit: Unit
  ) {
    self.title = title
    self.subtitle = subtitle
    self.players = players
    self.choices = choices
    self.cells = cells
    self.unit = unit
  }

  /// Amounts this close are one: below what an equilibrium is solved to.
  private static let closeness = 1e-6

  /// Whether the first player's choice is the best against the second's.
  func isBestOfFirst(_ row: Int, _ column: Int) -> Bool {
    let best = cells.map { $0[column].first }.max() ?? 0
    return cells[row][column].first >= best - Self.closeness
  }

  func isBestOfSecond(_ row: Int, _ column: Int) -> Bool {
    let best = cells[row].map(\.second).max() ?? 0
    return cells[row][column].second >= best - Self.closeness
  }

  public var words: String {
    var pairs: [String] = []
    for row in choices.indices {
      for column in choices.indices {
        let cell = cells[row][column]
        pairs.append(
          "\(players.first) \(choices[row]), \(players.second) \(choices[column]): "
            + "\(unit.signed(cell.first)) and \(unit.signed(cell.second))"
            + (isBestOfFirst(row, column) && isBestOfSecond(row, column) ? ", at rest" : ""))
      }
    }
    return "\(title). \(pairs.joined(separator: "; "))."
  }

  public var table: Table {
    Table(
      title,
      [
        .init("choice of \(players.first)"), .init("choice of \(players.second)"),
        .init("\(players.first)", unit), .init("\(players.second)", unit), .init("best of"),
      ],
      choices.indices.flatMap { row in
        choices.indices.map { column in
          let best = [
            isBestOfFirst(row, column) ? players.first : nil,
            isBestOfSecond(row, column) ? players.second : nil,
          ].compactMap { $0 }
          return [
            .text(choices[row]), .text(choices[column]), .number(cells[row][column].first),
            .number(cells[row][column].second), .text(best.joined(separator: "; ")),
          ]
        }
      })
  }
}
