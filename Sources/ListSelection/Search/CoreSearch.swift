/// Looks for a choice among the candidates that are close to the margin, the others being settled.
///
/// The core of a knapsack problem: Balas and Zemel (1980), Pisinger (1999). Here candidates differ in
/// size by orders of magnitude: large ones leave a large remainder and small ones fill it, so that the
/// core takes those closest to the margin among the ones of each size, and of each binding row that is
/// sparse. HiGHS solves the core as an integer programme; what it finds counts only if it satisfies the
/// rows in whole numbers.
struct CoreSearch {
  let problem: ExactProblem
  let model: HighsModel
  /// Columns in the order of their reduced costs, by size and by binding sparse row.
  private let strata: [(isSparse: Bool, columns: [Int])]
  private let fractional: [Int]
  private let preferred: [Bool?]

  private init(
    _ problem: ExactProblem, near bound: ExactProblem.Bound, relaxed: [Double], budget: Double,
    _ library: HighsLibrary
  ) throws(SelectionError) {
    self.problem = problem
    model = try HighsModel(library)
    try model.set("mip_rel_gap", 0.0)
    try model.set("mip_feasibility_tolerance", 1e-6)
    try model.set("primal_feasibility_tolerance", 1e-6)
    // A second presolve and symmetry take long and find nothing here; more nodes hardly help.
    try model.set("mip_allow_restart", false)
    try model.set("mip_detect_symmetry", false)
    try model.set("mip_heuristic_run_feasibility_jump", false)
    try model.set("mip_max_nodes", 10)
    preferred = relaxed.map { $0 > 0.5 }
    fractional = relaxed.indices.filter { relaxed[$0] > 1e-6 && relaxed[$0] < 1 - 1e-6 }

    // The size of a column is the binary order of its largest part in a row at the row's price. What
    // is smaller than a hundredth of the budget cannot mend much, what costs more is never moved.
    let unit = Double(sign: .plus, exponent: bound.prices.scale, significand: 1)
    var part = [Double](repeating: 0, count: problem.costs.count)
    var row = [Int](repeating: -1, count: problem.costs.count)
    for (index, entries) in problem.rows.enumerated() where bound.prices.prices[index] != 0 {
      let isSparse = entries.columns.count * 4 < problem.costs.count
      let price = abs(bound.prices[index])
      for (column, value) in zip(entries.columns, entries.values) {
        part[column] = max(part[column], Double(value.magnitude) * price)
        if isSparse { row[column] = index }
      }
    }
    var strata: [Stratum: [Int]] = [:]
    for column in problem.costs.indices
    where part[column] * 100 >= budget && Double(bound.reduced[column].magnitude) / unit <= budget {
      strata[Stratum(row: row[column], size: Int(part[column].exponent)), default: []]
        .append(column)
    }
    self.strata = strata.sorted { $0.key < $1.key }.map { stratum, columns in
      let order = columns.sorted {
        (bound.reduced[$0].magnitude, $0) < (bound.reduced[$1].magnitude, $1)
      }
      return (stratum.row >= 0, order)
    }
  }

  /// How many times the allowed gap it may cost to make a column whole, for small ones to mend it.
  static let mendable = 5.0

  /// The best choice of cores that grow until one is good enough.
  ///
  /// - Parameters:
  ///   - relaxed: the point that the bound's prices belong to.
  ///   - budget: how much more than the bound a choice may cost.
  ///   - isEnough: whether a cost ends the search.
  static func choice(
    _ problem: ExactProblem, near bound: ExactProblem.Bound, relaxed: [Double], budget: Double,
    _ library: HighsLibrary, isEnough: (Int128) -> Bool
  ) throws(SelectionError) -> (best: (chosen: [Bool], objective: Int128)?, attempts: Int) {
    var best: (chosen: [Bool], objective: Int128)?
    for (index, size) in growth.enumerated() {
      let search = try CoreSearch(
        problem, near: bound, relaxed: relaxed, budget: budget * size.reach, library)
      if let chosen = try search.choice(depth: size.depth, target: bound.whole + Int128(budget)),
        let objective = problem.objective(of: chosen),
        objective < best?.objective ?? Int128.max
      {
        best = (chosen, objective)
      }
      if let best, isEnough(best.objective) { return (best, index + 1) }
    }
    return (best, growth.count)
  }

  /// How deep each core goes, and how many times the allowed gap its candidates may cost.
  private static let growth: [(depth: Int, reach: Double)] = [(8, 1), (16, 2), (24, 16)]

  private struct Stratum: Hashable, Comparable {
    let row: Int
    let size: Int

    static func < (a: Stratum, b: Stratum) -> Bool { (a.row, a.size) < (b.row, b.size) }
  }

  /// - Parameters:
  ///   - depth: how many columns of each stratum stay open.
  ///   - target: a cost that is good enough to stop at.
  /// - Returns: one value a column of the problem, or `nil` when nothing was found.
  private func choice(depth: Int, target: Int128) throws(SelectionError) -> [Bool]? {
    var settled = preferred
    for column in fractional { settled[column] = nil }
    for (isSparse, columns) in strata {
      let share = isSparse ? max(2, depth / 4) : depth
      for column in columns.prefix(share) { settled[column] = nil }
    }
    let core = problem.settling(settled)
    try model.set("objective_target", Double(target - core.offset) / core.costUnit)
    try model.load(core.image(margin: 2e-6), integers: true)
    _ = model.run()
    guard let found = model.solution() else { return nil }
    var chosen = settled.map { $0 ?? false }
    let open = settled.indices.filter { settled[$0] == nil }
    for (column, value) in zip(open, found.columns) { chosen[column] = value > 0.5 }
    return chosen
  }
}
