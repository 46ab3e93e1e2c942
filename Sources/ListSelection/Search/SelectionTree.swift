import LongWork

/// Branch and bound over the open candidates, every node of which holds its own evidence.
///
/// Land and Doig (1960), with bounds from linear programming that are made exact by their prices.
struct SelectionTree {
  private enum Evidence {
    case bound(RowPrices)
    case impossible(RowPrices)
  }

  private struct Node {
    let parent: Int?
    let column: Int
    let value: Bool
    let depth: Int
    /// What the parent showed, until the node shows more.
    var evidence: Evidence
    var bound: Int128
    var propagates = false
    var sides: (zero: Int, one: Int)?
  }

  let problem: ExactProblem
  private let model: HighsModel
  private var nodes: [Node] = []
  private var open: [Int] = []
  /// The best choice known, over the columns of the problem, with its cost.
  private(set) var best: (chosen: [Bool], objective: Int128)?
  /// A cost from which on nothing is looked for.
  private var threshold: Int128?
  private let options: SelectionOptions
  private let library: HighsLibrary
  private let watch: WorkWatch
  /// How much more than the bound a choice may cost.
  private let budget: Double
  private(set) var effort = Selection.Effort()
  /// Searches of cores since one found a better choice.
  private var fruitless = 0

  /// Where cores find nothing better again and again, the bound is what is left to raise.
  private static let patience = 4

  init(
    _ problem: ExactProblem, _ options: SelectionOptions, _ library: HighsLibrary,
    _ watch: WorkWatch, threshold: Int128?, budget: Double
  ) throws(SelectionError) {
    self.problem = problem
    self.options = options
    self.library = library
    self.watch = watch
    self.budget = budget
    self.threshold = threshold
    model = try HighsModel(library)
    try model.set("presolve", "off")
    try model.set("solver", "simplex")
    try model.load(problem.image())
  }

  /// - Parameter start: prices known beforehand.
  mutating func plant(_ start: RowPrices) {
    let settled = [Bool?](repeating: nil, count: problem.costs.count)
    let bound = problem.bound(start, settled: settled)?.whole ?? Int128.min
    nodes = [
      Node(parent: nil, column: -1, value: false, depth: 0, evidence: .bound(start), bound: bound)
    ]
    open = [0]
  }

  /// Looks at nodes until nothing is left to look for or so many have been looked at.
  mutating func search(nodes limit: Int) throws(SelectionError) {
    while effort.nodes < limit, let place = next() {
      let node = open.remove(at: place)
      guard isOpen(node) else { continue }
      try watch.checkSearch()
      effort.nodes += 1
      try visit(node)
    }
  }

  /// Whether no node is left that could hold what is looked for.
  var isDone: Bool { !open.contains { isOpen($0) } }

  /// Best bound first; without a choice the deepest first, since that leads to one.
  private func next() -> Int? {
    if best == nil, threshold == nil {
      return open.indices.max {
        (nodes[open[$0]].depth, open[$0]) < (nodes[open[$1]].depth, open[$1])
      }
    }
    return open.indices.min {
      (nodes[open[$0]].bound, open[$0]) < (nodes[open[$1]].bound, open[$1])
    }
  }

  private mutating func visit(_ node: Int) throws(SelectionError) {
    var settled = [Bool?](repeating: nil, count: problem.costs.count)
    var above: Int? = node
    while let current = above, nodes[current].parent != nil {
      settled[nodes[current].column] = nodes[current].value
      above = nodes[current].parent
    }
    nodes[node].propagates = problem.propagate(&settled)
    if let (row, isLower) = problem.hopelessRow(settled) {
      // A price of one on the side that fails shows it.
      var prices = [Int128](repeating: 0, count: problem.rows.count)
      prices[row] = isLower ? 1 : -1
      nodes[node].evidence = .impossible(RowPrices(scale: 0, prices: prices))
      return
    }
    let free = settled.indices.filter { settled[$0] == nil }
    if free.isEmpty {
      let chosen = settled.map { $0 ?? false }
      guard let objective = problem.objective(of: chosen) else { return }
      offer(chosen, objective)
      let none = RowPrices(scale: 0, prices: Array(repeating: 0, count: problem.rows.count))
      nodes[node].evidence = .bound(none)
      nodes[node].bound = objective
      return
    }
    try model.setColumnBounds(
      settled.map { $0 == true ? 1 : 0 }, settled.map { $0 == false ? 0 : 1 })
    var column: Int?
    effort.linearProgrammes += 1
    switch model.run() {
    case .infeasible:
      if let ray = model.dualRay() {
        for sign in [1.0, -1.0] {
          let shown = problem.bound(duals: ray.map { sign * $0 }, costs: false, settled: settled)
          if shown.total > 0 {
            nodes[node].evidence = .impossible(shown.prices)
            return
          }
        }
      }
    case .optimal:
      guard let solution = model.solution() else { break }
      let shown = problem.bound(duals: solution.rowDuals, settled: settled)
      if shown.whole > nodes[node].bound {
        nodes[node].evidence = .bound(shown.prices)
        nodes[node].bound = shown.whole
      }
      round(solution.columns, settled)
      let loss = problem.largestLoss(solution.columns, shown.prices)
      if isOpen(node), loss.size <= CoreSearch.mendable * budget,
        fruitless < Self.patience
      {
        try searchCores(around: solution.columns, at: shown, settled)
      }
      guard isOpen(node) else { return }
      column =
        loss.column
        ?? free.min { (shown.reduced[$0].magnitude, $0) < (shown.reduced[$1].magnitude, $1) }
    case .stopped, .other: break
    }
    branch(node, on: column ?? free[0])
  }

  private mutating func branch(_ node: Int, on column: Int) {
    let first = nodes.count
    for value in [false, true] {
      nodes.append(
        Node(
          parent: node, column: column, value: value, depth: nodes[node].depth + 1,
          evidence: nodes[node].evidence, bound: nodes[node].bound))
    }
    nodes[node].sides = (first, first + 1)
    open += [first, first + 1]
  }

  private func isOpen(_ node: Int) -> Bool { threshold.map { nodes[node].bound < $0 } ?? true }

  /// Looks for a choice close to a node whose large candidates are all whole: small ones can mend the rest.
  private mutating func searchCores(
    around relaxed: [Double], at bound: ExactProblem.Bound, _ settled: [Bool?]
  ) throws(SelectionError) {
    let rest = problem.settling(settled)
    let left = settled.indices.filter { settled[$0] == nil }
    let none = [Bool?](repeating: nil, count: left.count)
    guard let near = rest.bound(bound.prices, settled: none) else { return }
    let allowed = options
    let found = try CoreSearch.choice(
      rest, near: near, relaxed: left.map { relaxed[$0] }, budget: budget, library
    ) { near.whole >= allowed.threshold($0) }
    effort.cores += found.attempts
    fruitless += 1
    guard let found = found.best, found.objective < best?.objective ?? Int128.max else { return }
    fruitless = 0
    var chosen = settled.map { $0 ?? false }
    for (column, value) in zip(left, found.chosen) { chosen[column] = value }
    offer(chosen, found.objective)
  }

  /// Tries the roundings of a relaxed point: few columns are fractional.
  private mutating func round(_ relaxed: [Double], _ settled: [Bool?]) {
    var chosen = zip(relaxed, settled).map { value, settled in settled ?? (value > 0.5) }
    let fractional = relaxed.indices.filter {
      settled[$0] == nil && relaxed[$0] > 1e-6 && relaxed[$0] < 1 - 1e-6
    }
    guard fractional.count <= 6 else { return }
    for pattern in 0..<(1 << fractional.count) {
      for (bit, column) in fractional.enumerated() { chosen[column] = pattern >> bit & 1 == 1 }
      if let objective = problem.objective(of: chosen) { offer(chosen, objective) }
    }
  }

  private mutating func offer(_ chosen: [Bool], _ objective: Int128) {
    guard objective < best?.objective ?? Int128.max else { return }
    best = (chosen, objective)
    threshold = min(threshold ?? Int128.max, options.threshold(objective))
  }

  /// The least of the bounds of the leaves, those not looked at included; `nil` when all are impossible.
  var bound: Int128? {
    var least: Int128?
    for node in nodes where node.sides == nil {
      if case .bound = node.evidence { least = min(least ?? node.bound, node.bound) }
    }
    return least
  }

  /// The tree as steps, zero sides first.
  func steps() -> [ProofStep] {
    var steps: [ProofStep] = []
    var waiting = nodes.isEmpty ? [] : [0]
    while let node = waiting.popLast() {
      if nodes[node].propagates { steps.append(.propagation) }
      if let (zero, one) = nodes[node].sides {
        steps.append(.branch(column: problem.candidates[nodes[zero].column]))
        waiting += [one, zero]
      } else {
        switch nodes[node].evidence {
        case .bound(let prices): steps.append(.bound(prices))
        case .impossible(let prices): steps.append(.impossible(prices))
        }
      }
    }
    return steps
  }
}
