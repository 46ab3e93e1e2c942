extension SelectionSolver {
  /// Which rows clash, and the least moves of their bounds that help.
  ///
  /// - Returns: `nil` when the problem is not shown to be impossible.
  /// - Throws: as ``solve(_:)``.
  public func clash(in problem: SelectionProblem) throws(SelectionError) -> SelectionClash? {
    // Costs do not matter here.
    var feasibility = problem
    feasibility.costs = Array(repeating: 0, count: problem.costs.count)
    guard case .impossible(let proof, _) = try solve(feasibility) else { return nil }

    let inFractions = try fractionalClash(feasibility)
    var rows = inFractions ?? proof.support(problem.rows.count)
    if inFractions == nil { rows = try wholeClash(feasibility, rows) }
    var alone: [SelectionClash.Remedy] = []
    for row in rows where !problem.rows[row].isFirm {
      if let remedy = try leastMove(of: row, in: feasibility) { alone.append(remedy) }
    }
    return SelectionClash(
      rows: rows, failsInFractions: inFractions != nil, alone: alone,
      together: try leastMoves(in: feasibility))
  }

  /// A minimal set of rows that fail in fractions, each step shown by a ray in whole numbers.
  ///
  /// The deletion filter of Chinneck and Dravnieks (1991), begun from the rows of a ray.
  private func fractionalClash(_ problem: SelectionProblem) throws(SelectionError) -> [Int]? {
    guard var rows = try raySupport(problem, Array(problem.rows.indices)) else { return nil }
    for row in rows where rows.count > 1 {
      guard rows.contains(row) else { continue }
      if let fewer = try raySupport(problem, rows.filter { $0 != row }) { rows = fewer }
    }
    return rows
  }

  /// The rows with a price in a proof that these rows fail in fractions.
  private func raySupport(
    _ problem: SelectionProblem, _ rows: [Int]
  ) throws(SelectionError) -> [Int]? {
    let part = SelectionProblem(costs: problem.costs, rows: rows.map { problem.rows[$0] })
    let exact = ExactProblem(part)
    let open = [Bool?](repeating: nil, count: part.costs.count)
    if let (row, _) = exact.hopelessRow(open) { return [rows[row]] }
    let model = try HighsModel(library)
    try model.set("presolve", "off")
    try model.set("solver", "simplex")
    try model.load(exact.image())
    guard model.run() == .infeasible, let ray = model.dualRay() else { return nil }
    for sign in [1.0, -1.0] {
      let bound = exact.bound(duals: ray.map { sign * $0 }, costs: false, settled: open)
      if bound.total > 0 {
        return rows.indices.filter { bound.prices.prices[$0] != 0 }.map { rows[$0] }
      }
    }
    return nil
  }

  /// The deletion filter on whole choices.
  private func wholeClash(
    _ problem: SelectionProblem, _ start: [Int]
  ) throws(SelectionError) -> [Int] {
    var rows = start
    for row in start where rows.count > 1 && rows.contains(row) {
      let fewer = rows.filter { $0 != row }
      let part = SelectionProblem(costs: problem.costs, rows: fewer.map { problem.rows[$0] })
      if case .impossible(let proof, _) = try search(part) {
        rows = proof.support(fewer.count).map { fewer[$0] }
      }
    }
    return rows
  }

  /// The row's bound is taken away and its sum brought as close to it as the other rows allow.
  private func leastMove(
    of row: Int, in problem: SelectionProblem
  ) throws(SelectionError) -> SelectionClash.Remedy? {
    // There are many of these: each gets a part of the nodes.
    var solver = self
    solver.options.nodeLimit = options.nodeLimit / 10
    var found: SelectionClash.Remedy?
    for isLower in [true, false] {
      guard let bound = isLower ? problem.rows[row].lower : problem.rows[row].upper else {
        continue
      }
      var free = problem
      for (column, value) in zip(problem.rows[row].columns, problem.rows[row].values) {
        free.costs[column] = isLower ? -value : value
      }
      if isLower { free.rows[row].lower = nil } else { free.rows[row].upper = nil }
      guard case .chosen(let selection) = try solver.search(free) else { continue }
      let change = self.change(problem, row, isLower, bound, to: selection.activities[row])
      if change.relative < found?.relative ?? .infinity {
        found = SelectionClash.Remedy(
          changes: [change], chosen: selection.chosen, isLeast: selection.isProven)
      }
    }
    return found
  }

  /// An elastic programme: every soft bound may give at a price of one for the whole of it.
  private func leastMoves(
    in problem: SelectionProblem
  ) throws(SelectionError) -> SelectionClash.Remedy? {
    let exact = ExactProblem(problem)
    var linear = exact.image()
    var slacks: [(row: Int, isLower: Bool, column: Int)] = []
    for (index, row) in problem.rows.enumerated() where !row.isFirm {
      for (isLower, bound) in [(true, row.lower), (false, row.upper)] {
        guard let bound else { continue }
        slacks.append((index, isLower, linear.costs.count))
        linear.addColumn(
          cost: exact.rowUnits[index] / scale(of: row, bound), lower: 0, upper: .infinity,
          entries: [(index, isLower ? 1 : -1)])
      }
    }
    let model = try HighsModel(library)
    try model.set("solver", "simplex")
    try model.load(linear)
    guard model.run() == .optimal, let solution = model.solution() else { return nil }
    // Whole choices need a little more room than parts do: it is given in steps.
    for room in [0, 0.001, 0.01, 0.1, 1] {
      var relaxed = problem
      for (row, isLower, column) in slacks where solution.columns[column] > 1e-9 {
        guard let bound = isLower ? problem.rows[row].lower : problem.rows[row].upper else {
          continue
        }
        let move =
          solution.columns[column] * exact.rowUnits[row] * (1 + 1e-9)
          + room * Double(exact.rows[row].largest)
        guard move < 0x1p62 else { return nil }
        let whole = Int64(move.rounded(.up))
        let (to, overflow) =
          isLower
          ? bound.subtractingReportingOverflow(whole) : bound.addingReportingOverflow(whole)
        guard !overflow else { return nil }
        if isLower { relaxed.rows[row].lower = to } else { relaxed.rows[row].upper = to }
      }
      guard case .chosen(let selection) = try search(relaxed) else { continue }
      let changes = problem.rows.indices.compactMap { row -> SelectionClash.Change? in
        let activity = selection.activities[row]
        if let lower = problem.rows[row].lower, activity < Int128(lower) {
          return change(problem, row, true, lower, to: activity)
        }
        if let upper = problem.rows[row].upper, activity > Int128(upper) {
          return change(problem, row, false, upper, to: activity)
        }
        return nil
      }
      return SelectionClash.Remedy(changes: changes, chosen: selection.chosen, isLeast: false)
    }
    return nil
  }

  private func change(
    _ problem: SelectionProblem, _ row: Int, _ isLower: Bool, _ from: Int64, to: Int128
  ) -> SelectionClash.Change {
    SelectionClash.Change(
      row: row, isLower: isLower, from: from, to: to,
      relative: abs(Double(to) - Double(from)) / scale(of: problem.rows[row], from))
  }

  /// What a move of a bound is measured by.
  private func scale(of row: SelectionRow, _ bound: Int64) -> Double {
    if bound != 0 { return Double(bound.magnitude) }
    let positive = row.values.reduce(0.0) { $0 + max(0, Double($1)) }
    let negative = row.values.reduce(0.0) { $0 - min(0, Double($1)) }
    return max(1, positive, negative)
  }
}

extension SelectionProof {
  /// The rows that have a price in some step or settle a candidate: without the others it is still a proof.
  func support(_ count: Int) -> [Int] {
    var used = Set<Int>()
    for step in steps {
      switch step {
      case .bound(let prices), .impossible(let prices), .fixing(let prices, _):
        for (index, price) in prices.prices.enumerated() where price != 0 {
          used.insert(index < count ? index : cuts[index - count].row)
        }
      // Which rows propagate is not recorded.
      case .propagation: return Array(0..<count)
      case .branch: break
      }
    }
    return used.sorted()
  }
}
