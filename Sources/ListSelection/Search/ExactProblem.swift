/// A problem with some candidates settled, in whole numbers, and its image in floating point.
///
/// What is settled stands in the offset and in the bounds of the rows; its bounds are those of the
/// whole problem, so that a bound of the rest is a bound of the whole.
struct ExactProblem {
  struct Row {
    var lower: Int128?
    var upper: Int128?
    var columns: [Int]
    var values: [Int64]
    /// The largest magnitude of a value, of the whole row.
    var largest: Int64

    func activity(of chosen: [Bool]) -> Int128 {
      var sum: Int128 = 0
      for (column, value) in zip(columns, values) where chosen[column] { sum += Int128(value) }
      return sum
    }
  }

  /// The candidate of each column.
  var candidates: [Int]
  var costs: [Int64]
  var offset: Int128 = 0
  var rows: [Row]
  /// Units of cost and of each row in the image.
  let costUnit: Double
  let rowUnits: [Double]

  init(_ problem: SelectionProblem) {
    candidates = Array(problem.costs.indices)
    costs = problem.costs
    rows = problem.rows.map { row in
      Row(
        lower: row.lower.map { Int128($0) }, upper: row.upper.map { Int128($0) },
        columns: row.columns, values: row.values,
        largest: row.values.map { Int64($0.magnitude) }.max() ?? 0)
    }
    // The largest number of the image is 1000: small ones stay well above HiGHS's tolerances.
    costUnit = Double(max(1, problem.costs.map(\.magnitude).max() ?? 1)) / 1000
    rowUnits = rows.map { Double(max(1, $0.largest)) / 1000 }
  }

  /// What is left when some columns are settled.
  ///
  /// - Parameter settled: one a column.
  func settling(_ settled: [Bool?]) -> ExactProblem {
    var rest = self
    var place = [Int](repeating: -1, count: costs.count)
    rest.candidates = []
    rest.costs = []
    for (column, value) in settled.enumerated() {
      switch value {
      case nil:
        place[column] = rest.costs.count
        rest.candidates.append(candidates[column])
        rest.costs.append(costs[column])
      case true?: rest.offset += Int128(costs[column])
      case false?: break
      }
    }
    for index in rows.indices {
      var (columns, values): ([Int], [Int64]) = ([], [])
      var activity: Int128 = 0
      for (column, value) in zip(rows[index].columns, rows[index].values) {
        if place[column] >= 0 {
          columns.append(place[column])
          values.append(value)
        } else if settled[column] == true {
          activity += Int128(value)
        }
      }
      rest.rows[index].columns = columns
      rest.rows[index].values = values
      rest.rows[index].lower = rows[index].lower.map { $0 - activity }
      rest.rows[index].upper = rows[index].upper.map { $0 - activity }
    }
    return rest
  }

  /// - Parameter margin: by how much, in the image's units, rows are tightened where they have room, so
  ///   that a point within tolerances satisfies them.
  func image(margin: Double = 0) -> LinearModel {
    var linear = LinearModel(unitColumns: costs.map { Double($0) / costUnit })
    for (row, unit) in zip(rows, rowUnits) {
      var lower = row.lower.map { Double($0) / unit } ?? -.infinity
      var upper = row.upper.map { Double($0) / unit } ?? .infinity
      // Small whole values need no margin; a bound that only just can be met would be lost by one.
      if margin > 0, row.largest > 10_000, upper - lower > 10 * margin {
        let least = row.values.reduce(0) { $0 + Double(min($1, 0)) } / unit
        let most = row.values.reduce(0) { $0 + Double(max($1, 0)) } / unit
        if lower + 2 * margin < most { lower += margin }
        if upper - 2 * margin > least { upper -= margin }
      }
      linear.addRow(
        lower: lower, upper: upper, columns: row.columns.map { CInt($0) },
        values: row.values.map { Double($0) / unit })
    }
    return linear
  }
}
