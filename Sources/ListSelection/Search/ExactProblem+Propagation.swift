extension ExactProblem {
  /// Settles candidates whose other value would leave a row beyond reach, until nothing changes.
  ///
  /// Rows are taken in order, and it ends at a row that cannot be satisfied any more.
  ///
  /// - Returns: whether anything was settled.
  func propagate(_ settled: inout [Bool?]) -> Bool {
    var (changed, again) = (false, true)
    while again {
      again = false
      for row in rows {
        var (least, most): (Int128, Int128) = (0, 0)
        for (column, value) in zip(row.columns, row.values) {
          if settled[column] ?? (value < 0) { least &+= Int128(value) }
          if settled[column] ?? (value > 0) { most &+= Int128(value) }
        }
        let under = row.lower.map { most - $0 } ?? Int128.max
        let over = row.upper.map { $0 - least } ?? Int128.max
        if under < 0 || over < 0 { return changed }
        let room = min(under, over)
        guard room < Int128(row.largest) else { continue }
        for (column, value) in zip(row.columns, row.values) where settled[column] == nil {
          let size = Int128(value.magnitude)
          // What is missing at the top binds the value that adds most, what is over at the bottom the one that adds least.
          if size > under {
            settled[column] = value > 0
          } else if size > over {
            settled[column] = value < 0
          } else {
            continue
          }
          (changed, again) = (true, true)
          if size > under, size > over { return changed }
        }
      }
    }
    return changed
  }
}
