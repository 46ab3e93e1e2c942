extension ExactProblem {
  /// What a choice costs, or `nil` when a row is not satisfied.
  ///
  /// - Parameter chosen: one a column.
  func objective(of chosen: [Bool]) -> Int128? {
    for row in rows {
      let activity = row.activity(of: chosen)
      if let lower = row.lower, activity < lower { return nil }
      if let upper = row.upper, activity > upper { return nil }
    }
    var sum = offset
    for (column, cost) in costs.enumerated() where chosen[column] { sum += Int128(cost) }
    return sum
  }

  /// A choice over the columns as one over all candidates.
  ///
  /// - Parameter settled: what was settled of each candidate beforehand.
  func lifted(_ chosen: [Bool], over settled: [Bool?]) -> [Bool] {
    var all = settled.map { $0 ?? false }
    for (column, value) in zip(candidates, chosen) { all[column] = value }
    return all
  }

  /// A row that no choice of what is open can satisfy, with the side that fails.
  func hopelessRow(_ settled: [Bool?]) -> (row: Int, isLower: Bool)? {
    for (index, row) in rows.enumerated() {
      var (least, most): (Int128, Int128) = (0, 0)
      for (column, value) in zip(row.columns, row.values) {
        switch settled[column] {
        case true?:
          least += Int128(value)
          most += Int128(value)
        case false?: break
        case nil:
          least += Int128(min(value, 0))
          most += Int128(max(value, 0))
        }
      }
      if let lower = row.lower, most < lower { return (index, true) }
      if let upper = row.upper, least > upper { return (index, false) }
    }
    return nil
  }
}
