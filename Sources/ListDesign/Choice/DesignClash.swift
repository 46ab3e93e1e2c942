import ListSelection
public import TariffLaw
public import TradeAction

/// Why no list meets a brief, and the least that would help.
public struct DesignClash: Sendable {
  public let brief: Brief
  public let rate: Fraction
  /// Names of the conditions that cannot hold together; empty where the search was cut off before that
  /// was shown.
  public let conditions: [String]
  /// Whether they fail even if lines could be listed in part.
  public let failsInParts: Bool
  /// For each of them, what it alone would have to become.
  public let alone: [Change]
  /// What all would have to become with the least moves in all; empty where nothing helps.
  public let together: [Change]

  /// A condition that gives way.
  public struct Change: Hashable, Sendable {
    public let condition: String
    /// What the bound is of: dollars, dollars beyond a share, or lines.
    public let unit: Condition.Unit
    public let isLower: Bool
    public let from: Double
    public let to: Double
    /// For a share, the share that would do; `nil` for other conditions.
    public let share: Double?
  }
}

extension DesignClash {
  init(brief: Brief, rate: Fraction, problem: DesignProblem, clash: SelectionClash?) {
    self.brief = brief
    self.rate = rate
    conditions = clash?.rows.map { problem.conditions[$0].name } ?? []
    failsInParts = clash?.failsInFractions ?? false
    func changes(_ remedy: SelectionClash.Remedy) -> [Change] {
      remedy.changes.map { Change($0, remedy.chosen, problem) }
    }
    alone = clash?.alone.flatMap(changes) ?? []
    together = clash?.together.map(changes) ?? []
  }
}

extension DesignClash.Change {
  init(_ change: SelectionClash.Change, _ chosen: [Bool], _ problem: DesignProblem) {
    let condition = problem.conditions[change.row]
    let scale = condition.unit == .lines ? 1.0 : 100.0
    let settled = Double(problem.settled[change.row])
    self.condition = condition.name
    unit = condition.unit
    isLower = change.isLower
    from = (Double(change.from) + settled) / scale
    to = (Double(change.to) + settled) / scale
    // A row of a share counts value times what it is above the share: the list that the remedy was found
    // with says which share that is.
    switch condition.kind {
    case .floor(_, let share), .cap(_, let share):
      guard condition.unit == .dollarsBeyondShare else {
        self.share = nil
        break
      }
      let listed =
        problem.must
        + problem.free.enumerated().filter { chosen[$0.offset] }.map(\.element)
      let value = listed.reduce(0) { $0 + problem.terms.candidates[$1].line.value }
      let activity = Double(problem.problem.rows[change.row].activity(of: chosen)) + settled
      self.share = value > 0 ? share + activity / 100 / value : nil
    case .target, .lines: self.share = nil
    }
  }
}
