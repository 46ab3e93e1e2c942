/// Which candidates to choose: least cost under conditions, each candidate whole or not at all.
///
/// Minimise the sum of costs over what is chosen, every row within its bounds. All numbers are
/// whole, so that answers can be checked without rounding.
public struct SelectionProblem: Hashable, Sendable {
  /// One a candidate; may be negative.
  public var costs: [Int64]
  public var rows: [SelectionRow]

  public init(costs: [Int64], rows: [SelectionRow]) {
    self.costs = costs
    self.rows = rows
  }

  /// - Parameter chosen: one a candidate.
  public func objective(of chosen: [Bool]) -> Int128 {
    var sum: Int128 = 0
    for (cost, isChosen) in zip(costs, chosen) where isChosen { sum += Int128(cost) }
    return sum
  }

  /// - Parameter chosen: one a candidate.
  public func isFeasible(_ chosen: [Bool]) -> Bool {
    chosen.count == costs.count && rows.allSatisfy { $0.allows($0.activity(of: chosen)) }
  }

  /// - Throws: ``SelectionError`` when a row points nowhere, is out of shape, or a number is too large
  ///   for exact sums.
  public func check() throws(SelectionError) {
    guard costs.allSatisfy({ $0.magnitude <= Self.largest }) else { throw .costTooLarge }
    var lastSeen = [Int](repeating: -1, count: costs.count)
    for (index, row) in rows.enumerated() {
      guard row.columns.count == row.values.count else { throw .shapesDiffer(row: row.name) }
      guard row.values.allSatisfy({ $0.magnitude <= Self.largest }) else {
        throw .valueTooLarge(row: row.name)
      }
      for column in row.columns {
        guard costs.indices.contains(column) else {
          throw .noSuchCandidate(row: row.name, column: column)
        }
        guard lastSeen[column] != index else {
          throw .candidateTwice(row: row.name, column: column)
        }
        lastSeen[column] = index
      }
    }
  }

  /// Larger numbers would leave too few bits for the multipliers of a bound.
  static let largest: UInt64 = 1 << 53
}
