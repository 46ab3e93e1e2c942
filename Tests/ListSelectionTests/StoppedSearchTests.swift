import ListSelection
import LongWork
import Synchronization
import Testing

/// A search whose watch says stop ends at the next node.
@Suite struct StoppedSearchTests {
  @Test(arguments: [0, 1, 5]) func endsWithinANode(_ allowed: Int) throws {
    let asked = Mutex(0)
    let watch = WorkWatch {
      asked.withLock {
        $0 += 1
        return $0 > allowed
      }
    }
    let library = try HighsLibrary.installed()
    let options = SelectionOptions(gap: 0, nodeLimit: 100_000)
    let problem = RandomProblem.large(60, seed: 9)
    let solver = SelectionSolver(library: library, options: options, watch: watch)
    #expect(throws: SelectionError.stopped) { _ = try solver.solve(problem) }
    #expect(asked.withLock { $0 } == allowed + 1)
  }

  @Test func aWatchChangesNothing() throws {
    let library = try HighsLibrary.installed()
    let problem = RandomProblem.large(2_000, seed: 9)
    let watched = SelectionSolver(library: library, watch: WorkWatch { false })
    #expect(try watched.solve(problem) == SelectionSolver(library: library).solve(problem))
  }
}
