import ListSelection
import Testing

@Suite struct SelectionClashTests {
  let solver: SelectionSolver

  init() throws {
    solver = SelectionSolver(
      library: try HighsLibrary.installed(), options: SelectionOptions(gap: 0, nodeLimit: 100_000))
  }

  @Test func theClashingRowsAreNamedWithTheLeastMoves() throws {
    // At least 50 of value, at most 2 goods, at most 30 of the first three; a row that does not matter.
    let values: [Int64] = [20, 20, 20, 10, 5]
    let problem = SelectionProblem(
      costs: [1, 1, 1, 1, 1],
      rows: [
        RandomProblem.all("any", 0, 1000, values),
        RandomProblem.all("value", 50, nil, values),
        RandomProblem.all("number", nil, 2, [1, 1, 1, 1, 1]),
      ])
    let clash = try #require(try solver.clash(in: problem))
    #expect(clash.rows == [1, 2])
    #expect(clash.failsInFractions)
    let moves = clash.alone.map { $0.changes[0] }
    #expect(moves.map(\.row) == [1, 2])
    #expect(moves.map(\.to) == [40, 3])
    #expect(moves.map(\.isLower) == [true, false])
    #expect(clash.alone.map(\.isLeast) == [true, true])
    let together = try #require(clash.together)
    #expect(together.relative <= 0.5 + 1e-9)
  }

  @Test func firmRowsAreNotMoved() throws {
    let problem = SelectionProblem(
      costs: [0, 0],
      rows: [
        SelectionRow(name: "firm", lower: 5, columns: [0, 1], values: [3, 4], isFirm: true),
        SelectionRow(name: "soft", upper: 1, columns: [0, 1], values: [1, 1]),
      ])
    let clash = try #require(try solver.clash(in: problem))
    #expect(clash.rows == [0, 1])
    #expect(clash.alone.flatMap { $0.changes.map(\.row) } == [1])
    #expect(clash.together?.changes.map(\.row) == [1])
  }

  @Test func whatOnlyWholeChoicesFailIsSaid() throws {
    let problem = SelectionProblem(
      costs: [0, 0], rows: [RandomProblem.all("odd", 3, 3, [2, 4])])
    let clash = try #require(try solver.clash(in: problem))
    #expect(clash.rows == [0])
    #expect(!clash.failsInFractions)
    #expect(clash.alone.first.map { abs($0.changes[0].to - 3) } == 1)
  }

  @Test func aProblemWithAChoiceHasNoClash() throws {
    let problem = SelectionProblem(
      costs: [1], rows: [RandomProblem.all("value", 0, 1, [1])])
    #expect(try solver.clash(in: problem) == nil)
  }

  /// Against exhaustive search: the rows named fail, without any of them the others do not, remedies hold and
  /// are the least.
  @Test(arguments: 0..<150)
  func clashesOfSmallCasesAreMinimal(seed: Int) throws {
    let problem = RandomProblem.small(seed + 30_000)
    let isPossible = RandomProblem.exhaustive(problem) != nil
    guard let clash = try solver.clash(in: problem) else {
      #expect(isPossible)
      return
    }
    #expect(!isPossible)
    func part(_ rows: [Int]) -> SelectionProblem {
      SelectionProblem(costs: problem.costs, rows: rows.map { problem.rows[$0] })
    }
    #expect(RandomProblem.exhaustive(part(clash.rows)) == nil)
    if !clash.failsInFractions {
      for row in clash.rows {
        #expect(RandomProblem.exhaustive(part(clash.rows.filter { $0 != row })) != nil)
      }
    }
    for remedy in clash.alone + [clash.together].compactMap({ $0 }) {
      var moved = problem
      for change in remedy.changes {
        #expect(!problem.rows[change.row].isFirm)
        let to = Int64(change.to)
        if change.isLower {
          moved.rows[change.row].lower = to
        } else {
          moved.rows[change.row].upper = to
        }
      }
      #expect(moved.isFeasible(remedy.chosen))
    }
    for remedy in clash.alone where remedy.isLeast {
      let change = remedy.changes[0]
      let to = Int64(change.to)
      // One unit less of a move leaves nothing.
      var less = problem
      if change.isLower {
        less.rows[change.row].lower = to + 1
      } else {
        less.rows[change.row].upper = to - 1
      }
      #expect(RandomProblem.exhaustive(less) == nil)
    }
  }
}
