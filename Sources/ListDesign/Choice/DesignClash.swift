import ListSelection
public import TariffLaw
public import TradeAction

/// Why no list meets a brief, and the least that would help.
public struct DesignClash: Sendable {
  public let pool: CandidatePool
  /// The first of the brief's rates, which the reasons are about; no list meets it at the others either.
  public let rate: Fraction
  /// What all candidates together come to on what the target counts, dollars a year.
  public let allCandidates: Double
  /// `nil` where they were not asked for, or the search for them was cut off.
  public let reasons: Reasons?

  public struct Reasons: Hashable, Sendable {
    /// Those that cannot hold together; without any one of them the others can, as far as could be shown.
    public let conditions: [Condition]
    /// Whether they fail even if lines could be listed in part.
    public let failsInParts: Bool
    /// Moves of one of them that may give way, at most one for each, where one was found to help.
    public let alone: [Remedy]
    /// Small moves of several; `nil` where none was found.
    public let together: Remedy?
  }

  /// Bounds that give way, and what shows that it is enough.
  public struct Remedy: Hashable, Sendable {
    public let changes: [Change]
    /// Whether it is shown that no smaller move helps; never for moves of several.
    public let isLeast: Bool
    /// Positions of the candidates of a list that meets the brief then, in the order of the codes. There may
    /// be hardly another, so that it says nothing of how good a list can be.
    public let chosen: [Int]
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
  }

  public var brief: Brief { pool.brief }

  /// Imports from the partner that the list of a remedy covers, dollars a year.
  public func value(of remedy: Remedy) -> Double { pool.value(of: remedy.chosen) }
}

extension DesignClash {
  init(_ pool: CandidatePool, rate: Fraction, problem: DesignProblem, clash: SelectionClash?) {
    self.pool = pool
    self.rate = rate
    allCandidates = pool.candidates.indices.reduce(0) {
      $0 + problem.terms.amount(pool.brief.target.measure, of: $1)
    }
    reasons = clash.map { clash in
      Reasons(
        conditions: clash.rows.map { problem.conditions[$0] },
        failsInParts: clash.failsInFractions,
        alone: clash.alone.map { Remedy($0, problem, pool) },
        together: clash.together.map { Remedy($0, problem, pool) })
    }
  }
}

extension DesignClash.Remedy {
  init(_ remedy: SelectionClash.Remedy, _ problem: DesignProblem, _ pool: CandidatePool) {
    let free = problem.free.enumerated().filter { remedy.chosen[$0.offset] }.map(\.element)
    let chosen = (problem.must + free).sorted()
    let value = pool.value(of: chosen)
    self.chosen = chosen
    isLeast = remedy.isLeast
    changes = remedy.changes.map { change in
      let condition = problem.conditions[change.row]
      let scale = condition.unit == .lines ? 1.0 : 100.0
      let settled = Double(problem.settled[change.row])
      let to = (Double(change.to) + settled) / scale
      let share: Double? =
        switch (condition.kind, condition.unit) {
        // The row counts value times what it is above the share: the list says which share that is.
        case (.floor(_, let asked), .dollarsBeyondShare), (.cap(_, let asked), .dollarsBeyondShare):
          value > 0 ? asked + to / value : nil
        // Of the target.
        case (.floor, _), (.cap, _): to / pool.brief.target.amount.doubleValue
        case (.target, _), (.lines, _): nil
        }
      return DesignClash.Change(
        condition: condition, isLower: change.isLower,
        from: (Double(change.from) + settled) / scale, to: to, share: share)
    }
  }
}
