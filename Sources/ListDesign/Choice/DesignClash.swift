import ListSelection
public import TariffLaw
public import TradeAction

/// Why no list meets a brief, and the least that would help.
public struct DesignClash: Sendable {
  public let brief: Brief
  /// The first of the brief's rates, which the reasons are about; no list meets it at the others either.
  public let rate: Fraction
  public let candidates: Int
  /// What all candidates together come to on what the target counts, dollars a year.
  public let allCandidates: Double
  /// `nil` where the search for them was cut off.
  public let reasons: Reasons?

  public struct Reasons: Hashable, Sendable {
    /// Those that cannot hold together; without any one of them the others can, as far as could be shown.
    public let conditions: [Condition]
    /// Whether they fail even if lines could be listed in part.
    public let failsInParts: Bool
    /// For those of them that may give way, what each alone would have to become, where a move of it alone
    /// was found to help.
    public let alone: [Change]
    /// What several would have to become together, with a small sum of moves that is not proven the least;
    /// empty where none was found.
    public let together: [Change]
  }

  /// A bound that gives way.
  public struct Change: Hashable, Sendable {
    public let condition: Condition
    public let isLower: Bool
    /// In the unit of the condition.
    public let from: Double
    public let to: Double
    /// For a share, the share that would do; `nil` for other conditions.
    public let share: Double?
    /// Whether it is shown that no smaller move helps.
    public let isLeast: Bool
  }
}

extension DesignClash {
  init(brief: Brief, rate: Fraction, problem: DesignProblem, clash: SelectionClash?) {
    self.brief = brief
    self.rate = rate
    let terms = problem.terms
    candidates = terms.candidates.count
    allCandidates = terms.candidates.indices.reduce(0) {
      $0 + terms.amount(brief.target.measure, of: $1)
    }
    reasons = clash.map { clash in
      func changes(_ remedy: SelectionClash.Remedy) -> [Change] {
        remedy.changes.map { Change($0, of: remedy, problem, brief) }
      }
      return Reasons(
        conditions: clash.rows.map { problem.conditions[$0] },
        failsInParts: clash.failsInFractions, alone: clash.alone.flatMap(changes),
        together: clash.together.map(changes) ?? [])
    }
  }
}

extension DesignClash.Change {
  init(
    _ change: SelectionClash.Change, of remedy: SelectionClash.Remedy, _ problem: DesignProblem,
    _ brief: Brief
  ) {
    condition = problem.conditions[change.row]
    let scale = condition.unit == .lines ? 1.0 : 100.0
    let settled = Double(problem.settled[change.row])
    isLower = change.isLower
    from = (Double(change.from) + settled) / scale
    to = (Double(change.to) + settled) / scale
    isLeast = remedy.isLeast
    switch (condition.kind, condition.unit) {
    case (.floor(_, let asked), .dollarsBeyondShare), (.cap(_, let asked), .dollarsBeyondShare):
      // The row counts value times what it is above the share: the list that the remedy was found with says
      // which share that is.
      let listed =
        problem.must
        + problem.free.enumerated().filter { remedy.chosen[$0.offset] }.map(\.element)
      let value = listed.reduce(0) { $0 + problem.terms.candidates[$1].line.value }
      share = value > 0 ? asked + to / value : nil
    // Of the target.
    case (.floor, _), (.cap, _): share = to / brief.target.amount.doubleValue
    case (.target, _), (.lines, _): share = nil
    }
  }
}
