/// The default answers over a span of days for a piece of the goods and every origin: for each good and
/// kind of origin, runs of days with an equal cell.
public struct SpanPanel: Sendable {
  /// Days on which a good from an origin has the same answer.
  public struct Run: Hashable, Sendable {
    /// The position in ``SpanPanel/stretches`` of the first and the last stretch.
    public let first: Int
    public let last: Int
    /// The position in ``SpanPanel/cells``.
    public let cell: Int
  }

  /// Ascending. A code that no day of the span has as the end of its branch has no run.
  public let codes: [HTSCode]
  public let origins: [CountryCode]
  /// Different from each other.
  public let cells: [LawPanel.Cell]
  /// The days in which nothing changes, one stretch after the other.
  public let stretches: [ClosedRange<Day>]
  private let draft: SpanPanelDraft
  /// The cell of each state, by law.
  private let cellOfState: [[UInt32]]

  init(_ draft: SpanPanelDraft, _ worked: [SpanPanelDraft.Worked]) {
    self.draft = draft
    codes = draft.codes
    origins = draft.law.origins
    stretches = draft.law.starts.indices.map(draft.law.days)
    var numbers: [LawPanel.Cell: UInt32] = [:]
    var cells: [LawPanel.Cell] = []
    cellOfState = worked.map { law in
      let shared = law.cells.map { cell in
        if let number = numbers[cell] { return number }
        let number = UInt32(cells.count)
        numbers[cell] = number
        cells.append(cell)
        return number
      }
      return law.cellOfState.map { $0 == .max ? .max : shared[Int($0)] }
    }
    self.cells = cells
  }

  /// Origins of one kind have the same runs.
  public var kindsOfOrigin: Int { draft.law.paths.count }

  /// The kind of an origin, by position.
  public func kind(of origin: Int) -> Int { draft.law.pathOfOrigin[origin] }

  /// The runs of a code for a kind of origin, in the order of days; none for days on which the
  /// schedule does not have the code as the end of its branch.
  public func runs(_ code: Int, kind: Int) -> [Run] {
    var runs: [Run] = []
    let path = draft.law.paths[kind]
    var first = 0
    var current = -1
    func close(_ end: Int) {
      if current >= 0 { runs.append(Run(first: first, last: end - 1, cell: current)) }
    }
    for stretch in path.indices {
      let state = draft.stateOf[draft.law.edition[stretch] - draft.firstEdition][code]
      let cell = state < 0 ? -1 : Int(cellOfState[path[stretch]][Int(state)])
      if cell != current {
        close(stretch)
        first = stretch
        current = cell
      }
    }
    close(path.count)
    return runs
  }
}
