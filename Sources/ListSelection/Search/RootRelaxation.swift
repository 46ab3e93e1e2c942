/// The problem without integrality, tightened by what follows for whole choices.
struct RootRelaxation {
  /// The problem with its cuts as further rows.
  let given: ExactProblem
  /// What follows for single candidates from single rows; one a candidate.
  let forced: [Bool?]
  /// The problem with cuts over what is open.
  let open: ExactProblem
  let cuts: [CoverCut]
  /// A solution in fractions, one value a column of ``open``, when HiGHS found one.
  let relaxed: [Double]?
  /// The bound at the root, over ``open``.
  let bound: ExactProblem.Bound
  /// The prices before the cuts: those of the rows that were asked for.
  let prices: RowPrices
  let linearProgrammes: Int

  /// - Parameter gap: rounds of cuts end when they gain less than a small part of it.
  init(
    _ problem: SelectionProblem, gap: Double, _ library: HighsLibrary
  ) throws(SelectionError) {
    let bare = ExactProblem(problem)
    var forced = [Bool?](repeating: nil, count: problem.costs.count)
    _ = bare.propagate(&forced)
    let open = bare.settling(forced)
    let unsettled = [Bool?](repeating: nil, count: open.costs.count)
    let model = try HighsModel(library)
    try model.set("presolve", "off")
    try model.set("solver", "simplex")
    try model.load(open.image())
    var solution = model.run() == .optimal ? model.solution() : nil
    var programmes = 1
    let first = open.bound(
      duals: solution?.rowDuals ?? open.rows.map { _ in 0 }, settled: unsettled)
    prices = first.prices

    var cuts: [CoverCut] = []
    let separations = open.rows.indices.compactMap { row in
      // The bound must be the row's own, for the cut to be checked against the row alone.
      open.rows[row].upper == bare.rows[row].upper ? CoverSeparation(row, of: open) : nil
    }
    var last = model.info("objective_function_value") ?? 0
    for _ in 0..<Self.rounds {
      guard let relaxed = solution?.columns else { break }
      let count = cuts.count
      for separation in separations {
        guard let cut = separation.cut(at: relaxed) else { continue }
        let columns = cut.places.map { separation.columns[$0] }
        cuts.append(
          CoverCut(
            row: separation.row, columns: columns.map { open.candidates[$0] }, values: cut.values,
            limit: cut.limit))
        let unit = Double(cut.values.max() ?? 1) / 1000
        try model.addRow(
          upper: Double(cut.limit) / unit, columns: columns.map { CInt($0) },
          values: cut.values.map { Double($0) / unit })
      }
      guard cuts.count > count else { break }
      programmes += 1
      guard model.run() == .optimal, let next = model.solution() else {
        // The tree will say what this means.
        cuts = []
        break
      }
      solution = next
      let value = model.info("objective_function_value") ?? last
      let isSmall = value - last < 0.02 * gap * abs(value)
      last = value
      if isSmall { break }
    }

    // Cuts without a price do nothing.
    var duals = solution?.rowDuals ?? open.rows.map { _ in 0 }
    let rows = open.rows.count
    if duals.count == rows + cuts.count {
      let active = cuts.indices.filter { abs(duals[rows + $0]) > 1e-9 }
      duals = Array(duals[..<rows]) + active.map { duals[rows + $0] }
      cuts = active.map { cuts[$0] }
    } else {
      (cuts, duals) = ([], Array(duals[..<rows]))
    }
    let tightened = ExactProblem(problem.adding(cuts))
    var again = [Bool?](repeating: nil, count: problem.costs.count)
    _ = tightened.propagate(&again)
    given = tightened
    self.forced = again
    self.open = tightened.settling(again)
    self.cuts = cuts
    linearProgrammes = programmes
    // Lifted values are never above their limit, so that cuts settle nothing more.
    relaxed = again == forced ? solution?.columns : nil
    bound = self.open.bound(
      duals: duals, settled: Array(repeating: nil, count: self.open.costs.count))
  }

  private static let rounds = 20
}
