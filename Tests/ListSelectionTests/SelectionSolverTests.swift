import ListSelection
import Testing

@Suite struct SelectionSolverTests {
  let library: HighsLibrary

  init() throws { library = try HighsLibrary.installed() }

  @Test(arguments: 0..<500)
  func smallCasesMatchExhaustiveSearch(seed: Int) throws {
    let problem = RandomProblem.small(seed)
    let solver = SelectionSolver(
      library: library, options: SelectionOptions(gap: 0, nodeLimit: 100_000))
    let best = RandomProblem.exhaustive(problem)
    switch try solver.solve(problem) {
    case .chosen(let selection):
      #expect(selection.objective == best)
      #expect(selection.bound == best)
      #expect(selection.isProven)
      #expect(problem.isFeasible(selection.chosen))
      #expect(problem.objective(of: selection.chosen) == selection.objective)
      #expect(try selection.proof.bound(of: problem) == selection.bound)
      for (row, activity) in zip(problem.rows, selection.activities) {
        #expect(row.activity(of: selection.chosen) == activity)
      }
    case .impossible(let proof, _):
      #expect(best == nil)
      #expect(try proof.bound(of: problem) == nil)
    case .undecided: Issue.record("undecided")
    }
  }

  @Test(arguments: 0..<100)
  func aGapIsKept(seed: Int) throws {
    let problem = RandomProblem.small(seed + 10_000)
    let solver = SelectionSolver(library: library, options: SelectionOptions(gap: 0.05))
    guard case .chosen(let selection) = try solver.solve(problem) else {
      #expect(RandomProblem.exhaustive(problem) == nil)
      return
    }
    let best = try #require(RandomProblem.exhaustive(problem))
    #expect(selection.bound <= best && best <= selection.objective)
    #expect(selection.isProven && selection.gap <= 0.05)
    #expect(try selection.proof.bound(of: problem) == selection.bound)
  }

  @Test(arguments: 0..<40)
  func whatStopsAtTheLimitSaysSoAndIsStillRight(seed: Int) throws {
    let problem = RandomProblem.small(seed + 20_000)
    let solver = SelectionSolver(library: library, options: SelectionOptions(gap: 0, nodeLimit: 2))
    let best = RandomProblem.exhaustive(problem)
    switch try solver.solve(problem) {
    case .chosen(let selection):
      #expect(selection.bound <= best ?? Int128.max)
      #expect(selection.isProven == (selection.bound == selection.objective))
      #expect(try selection.proof.bound(of: problem) == selection.bound)
      #expect(selection.effort.nodes <= 2)
    case .impossible: #expect(best == nil)
    case .undecided(let proof, _):
      let bound = try #require(try proof.bound(of: problem))
      #expect(bound <= best ?? Int128.max)
    }
  }

  @Test func tenThousandCandidatesCloseWithFewNodes() throws {
    let problem = RandomProblem.large(10_000, seed: 5)
    let solver = SelectionSolver(library: library)
    guard case .chosen(let selection) = try solver.solve(problem) else {
      Issue.record("nothing chosen")
      return
    }
    #expect(selection.isProven)
    #expect(selection.gap <= 1e-4)
    #expect(selection.effort.nodes <= 50)
    #expect(problem.isFeasible(selection.chosen))
    #expect(try selection.proof.bound(of: problem) == selection.bound)
  }

  /// A few candidates of the size of the whole list: in part they close no row, and small ones mend what whole ones leave.
  @Test(arguments: [5, 6, 7])
  func largeCandidatesAreMadeWholeByTheTree(seed: Int) throws {
    var problem = RandomProblem.large(2_000, seed: seed)
    let target = problem.rows[0].lower ?? 0
    for place in 0..<30 {
      let column = place * 60
      let old = problem.rows[0].values[column]
      let value = target / 100 * Int64(3 + 2 * place)
      for row in 0..<3 {
        problem.rows[row].values[column] = problem.rows[row].values[column] / old * value
      }
      problem.costs[column] = value / 1000 * Int64(60 + 11 * (place * 7 % 13))
    }
    guard case .chosen(let selection) = try SelectionSolver(library: library).solve(problem) else {
      Issue.record("nothing chosen")
      return
    }
    #expect(selection.isProven && selection.gap <= 1e-4)
    #expect(selection.effort.nodes > 1)
    #expect(problem.isFeasible(selection.chosen))
    #expect(try selection.proof.bound(of: problem) == selection.bound)
  }

  @Test func theSameProblemGetsTheSameAnswer() throws {
    for problem in [RandomProblem.large(2_000, seed: 9), RandomProblem.small(3)] {
      let solver = SelectionSolver(library: library)
      let first = try solver.solve(problem)
      let second = try solver.solve(problem)
      #expect(first == second)
    }
  }

  @Test func pricesAndReducedCostsAreThoseOfTheMargin() throws {
    // One row, ratios 1, 2, 3 of cost to value: the second candidate is split.
    let problem = SelectionProblem(
      costs: [100, 200, 300], rows: [RandomProblem.all("value", 150, nil, [100, 100, 100])])
    let solver = SelectionSolver(
      library: library, options: SelectionOptions(gap: 0, nodeLimit: 100_000))
    guard case .chosen(let selection) = try solver.solve(problem) else {
      Issue.record("nothing chosen")
      return
    }
    #expect(selection.chosen == [true, true, false])
    #expect(abs(selection.rowPrices[0] - 2) < 1e-9)
    #expect(zip(selection.reducedCosts, [-100, 0, 100]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func withoutRowsTheSignsDecide() throws {
    let solver = SelectionSolver(
      library: library, options: SelectionOptions(gap: 0, nodeLimit: 100_000))
    let problem = SelectionProblem(costs: [3, -4, 0, -5], rows: [])
    guard case .chosen(let selection) = try solver.solve(problem) else {
      Issue.record("nothing chosen")
      return
    }
    #expect(selection.objective == -9 && selection.bound == -9)
    guard case .chosen(let none) = try solver.solve(SelectionProblem(costs: [], rows: [])) else {
      Issue.record("nothing chosen")
      return
    }
    #expect(none.objective == 0)
  }

  @Test func problemsOutOfShapeAreRefused() {
    let solver = SelectionSolver(library: library)
    func refused(_ problem: SelectionProblem) -> SelectionError? {
      do {
        _ = try solver.solve(problem)
        return nil
      } catch {
        return error
      }
    }
    func problem(_ columns: [Int], _ values: [Int64], cost: Int64 = 1) -> SelectionProblem {
      SelectionProblem(
        costs: [cost, 1],
        rows: [SelectionRow(name: "r", lower: 1, columns: columns, values: values)])
    }
    #expect(refused(problem([0], [1, 2])) == .shapesDiffer(row: "r"))
    #expect(refused(problem([2], [1])) == .noSuchCandidate(row: "r", column: 2))
    #expect(refused(problem([1, 1], [1, 1])) == .candidateTwice(row: "r", column: 1))
    #expect(refused(problem([0], [1 << 54])) == .valueTooLarge(row: "r"))
    #expect(refused(problem([0], [1], cost: Int64.min)) == .costTooLarge)
  }

  @Test func numbersAtTheLimitsAreExact() throws {
    let huge: Int64 = 1 << 53
    let problem = SelectionProblem(
      costs: [huge, huge - 1, -huge, 1],
      rows: [
        RandomProblem.all("value", 3 * huge / 2, Int64.max, [huge, huge, huge, -huge]),
        RandomProblem.all("other", Int64.min, 2 * huge, [huge, huge, huge, huge]),
      ])
    let solver = SelectionSolver(
      library: library, options: SelectionOptions(gap: 0, nodeLimit: 100_000))
    guard case .chosen(let selection) = try solver.solve(problem) else {
      Issue.record("nothing chosen")
      return
    }
    #expect(selection.objective == -1)
    #expect(selection.objective == RandomProblem.exhaustive(problem))
    #expect(try selection.proof.bound(of: problem) == -1)
  }
}
