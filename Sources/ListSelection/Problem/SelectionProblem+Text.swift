/// A problem as a file, for other solvers and for the benchmark.
///
/// The first line is `costs,c0,c1,...`; each further one a row:
/// `row,NAME,LOWER,UPPER,firm|soft,COLUMN:VALUE,...`, an absent bound being empty.
extension SelectionProblem {
  /// Where a text is no problem.
  public struct TextError: Error, Hashable, Sendable, CustomStringConvertible {
    public let line: Int
    public let reason: String

    public var description: String { "line \(line): \(reason)" }
  }

  /// - Throws: ``TextError`` with the line, when a line is neither costs nor a row.
  public init(text: String) throws(TextError) {
    var costs: [Int64]?
    var rows: [SelectionRow] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.isEmpty { continue }
      func fail(_ reason: String) -> TextError { TextError(line: index + 1, reason: reason) }
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      if cells[0] == "costs", costs == nil {
        costs = []
        for cell in cells.dropFirst() where !cell.isEmpty {
          guard let cost = Int64(cell) else { throw fail("'\(cell)' is no whole number") }
          costs?.append(cost)
        }
        continue
      }
      guard cells[0] == "row", cells.count >= 5, ["firm", "soft"].contains(cells[4]) else {
        throw fail("expected 'row,NAME,LOWER,UPPER,firm|soft,COLUMN:VALUE,...'")
      }
      func bound(_ cell: Substring) throws(TextError) -> Int64? {
        if cell.isEmpty { return nil }
        guard let bound = Int64(cell) else { throw fail("'\(cell)' is no whole number") }
        return bound
      }
      var row = SelectionRow(
        name: String(cells[1]), lower: try bound(cells[2]), upper: try bound(cells[3]),
        columns: [], values: [], isFirm: cells[4] == "firm")
      for cell in cells.dropFirst(5) where !cell.isEmpty {
        let pair = cell.split(separator: ":")
        guard pair.count == 2, let column = Int(pair[0]), let value = Int64(pair[1]) else {
          throw fail("'\(cell)' is not COLUMN:VALUE")
        }
        row.columns.append(column)
        row.values.append(value)
      }
      rows.append(row)
    }
    guard let costs else { throw TextError(line: 1, reason: "there is no line of costs") }
    self.init(costs: costs, rows: rows)
  }

  /// The problem as a file. Commas in names become spaces.
  public var text: String {
    var text = "costs," + costs.map(String.init).joined(separator: ",") + "\n"
    for row in rows {
      let name = String(row.name.map { $0 == "," || $0.isNewline ? " " : $0 })
      let lower = row.lower.map(String.init) ?? ""
      let upper = row.upper.map(String.init) ?? ""
      let entries = zip(row.columns, row.values).map { "\($0):\($1)" }
      text +=
        (["row", name, lower, upper, row.isFirm ? "firm" : "soft"] + entries)
        .joined(separator: ",") + "\n"
    }
    return text
  }
}
