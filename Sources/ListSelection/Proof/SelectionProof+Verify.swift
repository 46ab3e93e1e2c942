extension SelectionProof {
  /// The bound that the proof shows, computed from the problem and the prices alone.
  ///
  /// The arithmetic is exact and every operation is checked. A bound that is not whole is rounded up,
  /// since costs are whole and so is every sum of them.
  ///
  /// - Returns: the least cost that any choice satisfying the rows can have; `nil` when the proof shows
  ///   that there is no such choice.
  /// - Throws: ``Flaw`` when a step does not hold.
  public func bound(of given: SelectionProblem) throws(Flaw) -> Int128? {
    for (index, cut) in cuts.enumerated() where !cut.follows(from: given) {
      throw .badCut(index)
    }
    let problem = given.adding(cuts)
    /// What is settled when a side of a branch begins.
    var waiting: [[Bool?]] = [Array(repeating: nil, count: problem.costs.count)]
    var least: Int128?
    for (index, step) in steps.enumerated() {
      guard var settled = waiting.popLast() else { throw .incomplete }
      switch step {
      case .branch(let column):
        guard settled.indices.contains(column), settled[column] == nil else {
          throw .badBranch(step: index)
        }
        settled[column] = true
        waiting.append(settled)
        settled[column] = false
        waiting.append(settled)
      case .propagation:
        waiting.append(Self.propagated(settled, problem))
      case .bound(let prices):
        let value = try Self.value(of: prices, costs: true, problem, settled, index).total
        let whole = Self.roundedUp(value, prices.scale)
        least = Swift.min(least ?? whole, whole)
      case .impossible(let prices):
        guard try Self.value(of: prices, costs: false, problem, settled, index).total > 0 else {
          throw .notImpossible(step: index)
        }
      case .fixing(let prices, let threshold):
        let (total, reduced) = try Self.value(of: prices, costs: true, problem, settled, index)
        for (column, cost) in reduced.enumerated() where settled[column] == nil {
          let (other, overflow) = total.addingReportingOverflow(Int128(cost.magnitude))
          if overflow { throw .overflow(step: index) }
          if Self.roundedUp(other, prices.scale) >= threshold { settled[column] = cost < 0 }
        }
        least = Swift.min(least ?? threshold, threshold)
        waiting.append(settled)
      }
    }
    guard waiting.isEmpty else { throw .incomplete }
    return least
  }

  /// The value of a Lagrangian relaxation and the reduced costs, both in units of the prices' scale.
  private static func value(
    of prices: RowPrices, costs: Bool, _ problem: SelectionProblem, _ settled: [Bool?], _ step: Int
  ) throws(Flaw) -> (total: Int128, reduced: [Int128]) {
    guard prices.prices.count == problem.rows.count, (0...60).contains(prices.scale) else {
      throw .badPrices(step: step)
    }
    func product(_ a: Int128, _ b: Int64) throws(Flaw) -> Int128 {
      let (value, overflow) = a.multipliedReportingOverflow(by: Int128(b))
      if overflow { throw .overflow(step: step) }
      return value
    }
    func sum(_ a: Int128, _ b: Int128) throws(Flaw) -> Int128 {
      let (value, overflow) = a.addingReportingOverflow(b)
      if overflow { throw .overflow(step: step) }
      return value
    }
    var total: Int128 = 0
    var reduced = [Int128](repeating: 0, count: problem.costs.count)
    if costs {
      // A cost of 64 bits times at most 2^60 fits.
      for (column, cost) in problem.costs.enumerated() {
        reduced[column] = Int128(cost) << Int128(prices.scale)
      }
    }
    for (index, row) in problem.rows.enumerated() {
      let price = prices.prices[index]
      if price == 0 { continue }
      guard let bound = price > 0 ? row.lower : row.upper else {
        throw .noSuchBound(step: step, row: index)
      }
      guard price > Int128.min else { throw .overflow(step: step) }
      total = try sum(total, try product(price, bound))
      for (column, value) in zip(row.columns, row.values) {
        reduced[column] = try sum(reduced[column], try product(-price, value))
      }
    }
    for (column, cost) in reduced.enumerated() {
      if settled[column] ?? (cost < 0) { total = try sum(total, cost) }
    }
    return (total, reduced)
  }

  /// What follows for single candidates from the least and the most that each row can still come to.
  private static func propagated(_ start: [Bool?], _ problem: SelectionProblem) -> [Bool?] {
    var settled = start
    var before: [Bool?] = []
    // Sums of 64-bit numbers over fewer than 2^63 candidates fit.
    while settled != before {
      before = settled
      for row in problem.rows {
        var (least, most): (Int128, Int128) = (0, 0)
        for (column, value) in zip(row.columns, row.values) {
          if let isChosen = settled[column] {
            least += isChosen ? Int128(value) : 0
            most += isChosen ? Int128(value) : 0
          } else {
            least += Int128(Swift.min(value, 0))
            most += Int128(Swift.max(value, 0))
          }
        }
        func isShort(_ most: Int128) -> Bool { row.lower.map { most < Int128($0) } ?? false }
        func isOver(_ least: Int128) -> Bool { row.upper.map { least > Int128($0) } ?? false }
        if isShort(most) || isOver(least) { return settled }
        for (column, value) in zip(row.columns, row.values) where settled[column] == nil {
          let size = Int128(value.magnitude)
          let (mustAdd, mustNot) = (isShort(most - size), isOver(least + size))
          if mustAdd {
            settled[column] = value > 0
          } else if mustNot {
            settled[column] = value < 0
          }
          if mustAdd, mustNot { return settled }
        }
      }
    }
    return settled
  }

  private static func roundedUp(_ value: Int128, _ scale: Int) -> Int128 {
    let floor = value >> Int128(scale)
    return floor << Int128(scale) == value ? floor : floor + 1
  }
}
