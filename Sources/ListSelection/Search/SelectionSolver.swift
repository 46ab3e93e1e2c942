public import LongWork

/// Chooses candidates at least cost, with a proof.
///
/// Linear programmes by HiGHS say where to look; every bound is a Lagrangian bound computed again in
/// whole numbers, every choice is checked in whole numbers. Where HiGHS is inaccurate the gap gets worse
/// and nothing else. `docs/method/selection.md` says how it goes.
public struct SelectionSolver: Sendable {
  public let library: HighsLibrary
  public var options: SelectionOptions
  /// Is asked at every node whether to go on.
  let watch: WorkWatch

  public init(
    library: HighsLibrary, options: SelectionOptions = SelectionOptions(),
    watch: WorkWatch = .nobody
  ) {
    self.library = library
    self.options = options
    self.watch = watch
  }

  /// - Throws: ``SelectionError`` when the problem is out of shape, HiGHS refuses it, or the watch stops it.
  public func solve(_ problem: SelectionProblem) throws(SelectionError) -> SelectionOutcome {
    try problem.check()
    return try search(problem)
  }

  func search(_ problem: SelectionProblem) throws(SelectionError) -> SelectionOutcome {
    try watch.checkSearch()
    let root = try RootRelaxation(problem, gap: options.gap, library)
    let (whole, bound) = (root.open, root.bound)
    var effort = Selection.Effort()
    effort.linearProgrammes = root.linearProgrammes
    var steps: [ProofStep] = root.forced.contains { $0 != nil } ? [.propagation] : []

    var best: (chosen: [Bool], objective: Int128)?
    let budget = Double(bound.whole.magnitude) * options.gap * 0.99
    // Large candidates in part are for the tree; where there are many, one a cap, it would take too long to a choice.
    if let relaxed = root.relaxed, isMendable(whole, relaxed, bound.prices, budget) {
      let options = options
      let found = try CoreSearch.choice(
        whole, near: bound, relaxed: relaxed, budget: budget, library
      ) { bound.whole >= options.threshold($0) }
      effort.cores += found.attempts
      best = found.best
    }

    if let best, bound.whole >= options.threshold(best.objective) {
      steps.append(.bound(bound.prices))
      return .chosen(selection(root, best, steps, bound.whole, effort))
    }
    var stand = try fixed(root, best?.objective, budget)
    try stand.tree.search(nodes: options.nodeLimit / 8)
    if !stand.tree.isDone, let found = stand.tree.best {
      // With a good choice the root settles more candidates: a smaller tree from there.
      best = (stand.lifted(found.chosen), found.objective)
      effort += stand.tree.effort
      stand = try fixed(root, found.objective, budget)
    }
    try stand.tree.search(nodes: options.nodeLimit - effort.nodes)
    effort += stand.tree.effort
    effort.settled = stand.settled.count { $0 != nil }
    if let found = stand.tree.best { best = (stand.lifted(found.chosen), found.objective) }
    steps += stand.fixing + stand.tree.steps()
    guard let best else {
      let proof = SelectionProof(cuts: root.cuts, steps: steps)
      return stand.tree.bound == nil ? .impossible(proof, effort) : .undecided(proof, effort)
    }
    let shown = min(stand.threshold ?? Int128.max, stand.tree.bound ?? Int128.max)
    return .chosen(selection(root, best, steps, shown, effort))
  }

  /// A tree over what the root's reduced costs leave open once a choice is known.
  private func fixed(
    _ root: RootRelaxation, _ objective: Int128?, _ budget: Double
  ) throws(SelectionError) -> FixedTree {
    let threshold = objective.map { options.threshold($0) }
    var settled = [Bool?](repeating: nil, count: root.open.costs.count)
    if let threshold { settled = root.bound.settled(atOrAbove: threshold) }
    var tree = try SelectionTree(
      root.open.settling(settled), options, library, watch, threshold: threshold, budget: budget)
    tree.plant(root.bound.prices)
    return FixedTree(
      tree: tree, settled: settled, threshold: threshold,
      fixing: threshold.map { [.fixing(root.bound.prices, threshold: $0)] } ?? [])
  }

  private struct FixedTree {
    var tree: SelectionTree
    /// One a column that is open at the root.
    let settled: [Bool?]
    let threshold: Int128?
    let fixing: [ProofStep]

    /// A choice of the tree as one over what is open at the root.
    func lifted(_ chosen: [Bool]) -> [Bool] {
      var all = settled.map { $0 ?? false }
      let left = settled.indices.filter { settled[$0] == nil }
      for (column, value) in zip(left, chosen) { all[column] = value }
      return all
    }
  }

  private func isMendable(
    _ problem: ExactProblem, _ relaxed: [Double], _ prices: RowPrices, _ budget: Double
  ) -> Bool {
    let loss = problem.largestLoss(relaxed, prices)
    return loss.size <= CoreSearch.mendable * budget || loss.fractional > Self.few
  }

  /// - Parameter best: a choice over what is open at the root.
  private func selection(
    _ root: RootRelaxation, _ best: (chosen: [Bool], objective: Int128), _ steps: [ProofStep],
    _ bound: Int128, _ effort: Selection.Effort
  ) -> Selection {
    let chosen = root.open.lifted(best.chosen, over: root.forced)
    let prices = root.prices.prices.indices.map { root.prices[$0] }
    var reducedCosts = root.given.costs.map { Double($0) }
    for (price, row) in zip(prices, root.given.rows) where price != 0 {
      for (column, value) in zip(row.columns, row.values) {
        reducedCosts[column] -= price * Double(value)
      }
    }
    return Selection(
      chosen: chosen, objective: best.objective, bound: bound,
      isProven: bound >= options.threshold(best.objective),
      proof: SelectionProof(cuts: root.cuts, steps: steps),
      activities: root.given.rows.prefix(prices.count).map { $0.activity(of: chosen) },
      rowPrices: prices, reducedCosts: reducedCosts, effort: effort)
  }

  /// So many columns in part can be made whole one after the other by the tree.
  private static let few = 8
}
