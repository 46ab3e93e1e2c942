import ListSelection
import TestSupport
import Testing

@Suite struct CoverCutTests {
  /// The check says yes exactly when no choice that the row allows breaks the cut.
  @Test(arguments: 0..<300)
  func theCheckAgreesWithExhaustiveSearch(seed: Int) {
    var random = SplitMix(seed: seed)
    let count = 2 + random.below(9)
    let values = (0..<count).map { _ in Int64(1 + random.below(50)) }
    let upper = Int64(random.below(Int(values.reduce(0, +)) + 5))
    let problem = SelectionProblem(
      costs: values, rows: [RandomProblem.all("cap", nil, upper, values)])
    let columns = (0..<count).filter { _ in random.below(4) > 0 }
    let cut = CoverCut(
      row: 0, columns: columns, values: columns.map { _ in Int64(1 + random.below(3)) },
      limit: Int64(random.below(6)))
    var holds = true
    for pattern in 0..<(1 << count) {
      let chosen = (0..<count).map { pattern >> $0 & 1 == 1 }
      let sum = zip(cut.columns, cut.values).reduce(0) { $0 + (chosen[$1.0] ? $1.1 : 0) }
      if problem.isFeasible(chosen), sum > cut.limit { holds = false }
    }
    #expect(cut.follows(from: problem) == holds)
  }

  @Test func cutsOutOfShapeDoNotFollow() {
    let problem = SelectionProblem(
      costs: [1, 1, 1],
      rows: [
        RandomProblem.all("cap", nil, 2, [2, 2, -1]),
        RandomProblem.all("floor", 1, nil, [1, 1, 1]),
      ])
    func follows(_ row: Int, _ columns: [Int], _ values: [Int64], _ limit: Int64) -> Bool {
      CoverCut(row: row, columns: columns, values: values, limit: limit).follows(from: problem)
    }
    // With the last one chosen there is room for 3: not for two of 2.
    #expect(follows(0, [0, 1], [1, 1], 1))
    #expect(!follows(0, [0, 1], [1, 1], 0))
    #expect(!follows(0, [0, 0], [1, 1], 1))
    #expect(!follows(0, [0, 2], [1, 1], 1))
    #expect(!follows(0, [0, 1], [1, -1], 1))
    #expect(!follows(0, [0, 1], [1], 1))
    #expect(!follows(0, [0, 1], [1, 1], -1))
    #expect(!follows(1, [0, 1], [1, 1], 1))
    #expect(!follows(2, [0, 1], [1, 1], 1))
  }

  /// Many caps that bind, with few large candidates in each: without cuts the gap is percents.
  @Test func cappedChaptersCloseByCuts() throws {
    var problem = RandomProblem.large(3_000, seed: 21)
    let values = problem.rows[0].values
    for chapter in 0..<60 {
      let members = stride(from: chapter, to: 3_000, by: 60).map { $0 }
      let total = members.reduce(0) { $0 + values[$1] }
      problem.rows.append(
        SelectionRow(
          name: "chapter \(chapter)", upper: total / 5, columns: members,
          values: members.map { values[$0] }))
    }
    let solver = SelectionSolver(
      library: try HighsLibrary.installed(), options: SelectionOptions(nodeLimit: 20))
    guard case .chosen(let selection) = try solver.solve(problem) else {
      Issue.record("nothing chosen")
      return
    }
    #expect(!selection.proof.cuts.isEmpty)
    #expect(problem.isFeasible(selection.chosen))
    #expect(selection.gap < 0.01)
    #expect(try selection.proof.bound(of: problem) == selection.bound)
    // The proof without one of its cuts, or with a tighter one, is refused.
    let cut = selection.proof.cuts[0]
    let tighter = CoverCut(
      row: cut.row, columns: cut.columns, values: cut.values, limit: cut.limit - 1)
    let tampered = SelectionProof(
      cuts: [tighter] + selection.proof.cuts.dropFirst(), steps: selection.proof.steps)
    #expect(throws: SelectionProof.Flaw.badCut(0)) { try tampered.bound(of: problem) }
    let without = SelectionProof(
      cuts: Array(selection.proof.cuts.dropFirst()), steps: selection.proof.steps)
    #expect(throws: SelectionProof.Flaw.self) { try without.bound(of: problem) }
  }
}
