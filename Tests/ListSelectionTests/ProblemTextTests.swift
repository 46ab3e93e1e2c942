import ListSelection
import Testing

@Suite struct ProblemTextTests {
  @Test(arguments: 0..<20)
  func aProblemIsReadBackAsWritten(seed: Int) throws {
    let problem = RandomProblem.small(seed)
    #expect(try SelectionProblem(text: problem.text) == problem)
  }

  @Test(arguments: [
    ("", 1), ("costs,1,x", 1), ("costs,1\nrow,a,1", 2), ("costs,1\nrow,a,y,,soft", 2),
    ("costs,1\n\nrow,a,,1,soft,0", 3), ("costs,1\nrow,a,,1,hard,0:1", 2),
  ])
  func whatIsNoProblemNamesTheLine(text: String, line: Int) {
    do {
      _ = try SelectionProblem(text: text)
      Issue.record("read")
    } catch {
      #expect(error.line == line)
    }
  }
}
