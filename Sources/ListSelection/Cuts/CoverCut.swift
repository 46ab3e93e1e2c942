/// A condition that follows from the upper bound of one row for whole choices only.
///
/// A sum of small whole values over chosen candidates is at most `limit`: a cover inequality, lifted (Balas 1975;
/// Zemel 1978). For candidates in part it does not follow, and that is what it is for.
public struct CoverCut: Hashable, Sendable {
  /// The position of the row.
  public let row: Int
  public let columns: [Int]
  /// One a column, positive.
  public let values: [Int64]
  public let limit: Int64

  public init(row: Int, columns: [Int], values: [Int64], limit: Int64) {
    self.row = row
    self.columns = columns
    self.values = values
    self.limit = limit
  }

  /// The largest limit that is handled: the check takes time in proportion.
  static let largestLimit: Int64 = 2_000

  /// Whether the row implies the cut, by dynamic programming over the sums that the cut can have: the least
  /// that a choice above the limit adds to the row must be above the row's upper bound.
  public func follows(from problem: SelectionProblem) -> Bool {
    guard problem.rows.indices.contains(row), let upper = problem.rows[row].upper,
      columns.count == values.count, Set(columns).count == columns.count,
      (0...Self.largestLimit).contains(limit), values.allSatisfy({ $0 > 0 })
    else { return false }
    var valueOf: [Int: Int64] = [:]
    var room = Int128(upper)
    for (column, value) in zip(problem.rows[row].columns, problem.rows[row].values) {
      valueOf[column] = value
      // Others than those of the cut may at best make room.
      room -= Int128(min(value, 0))
    }
    let above = Int(limit) + 1
    var least = [Int128?](repeating: nil, count: above + 1)
    least[0] = 0
    for (column, value) in zip(columns, values) {
      guard let weight = valueOf[column], weight > 0 else { return false }
      for sum in (0..<above).reversed() {
        guard let start = least[sum] else { continue }
        let reached = Int(min(Int64(above), Int64(sum) + min(value, Int64(above))))
        let total = start + Int128(weight)
        if total < least[reached] ?? Int128.max { least[reached] = total }
      }
    }
    return least[above].map { $0 > room } ?? true
  }

  /// The cut as a further row.
  var asRow: SelectionRow {
    SelectionRow(name: "cover", upper: limit, columns: columns, values: values)
  }
}

extension SelectionProblem {
  func adding(_ cuts: [CoverCut]) -> SelectionProblem {
    SelectionProblem(costs: costs, rows: rows + cuts.map(\.asRow))
  }
}
