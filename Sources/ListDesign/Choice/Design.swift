public import TariffLaw
public import TradeAction
public import TradeImpact

/// A list that meets its brief, and what to know about it.
public struct Design: Sendable {
  public let pool: CandidatePool
  public let choice: Choice
  /// What each rate of the brief comes to.
  public let rates: [RateTried]
  /// The list as one, on the whole market: lines alone do not add up. `nil` where the importer's market is
  /// not held.
  public let together: Outcome?
  public let frontier: [FrontierPoint]
  public let moves: [WeightMove]
  public let stability: Stability?

  /// `nil` where no list meets the brief at the rate.
  public struct RateTried: Hashable, Sendable {
    public let rate: Fraction
    public let objective: Double?
    public let value: Double?
  }

  /// The best list for another target.
  public struct FrontierPoint: Hashable, Sendable {
    public let target: Fraction
    /// `nil` where no list meets the other conditions at this target.
    public let reached: Reached?

    public struct Reached: Hashable, Sendable {
      public let value: Double
      public let objective: Double
      public let bound: Double
      /// The sum over the lines, each alone; `nil` where the importer's market is not held.
      public let buyersLoss: Double?
      public let lines: Int
    }
  }

  /// What changes when a weight of the objective is another.
  public struct WeightMove: Hashable, Sendable {
    public let weight: Brief.Weight
    public let factor: Fraction
    public let linesIn: Int
    public let linesOut: Int
    /// The value of the lines that go, dollars a year.
    public let valueOut: Double
  }

  /// How often each candidate is chosen when the elasticities are drawn.
  public struct Stability: Sendable {
    public let request: DrawRequest
    /// Draws in which a list met the brief.
    public let met: Int
    /// By candidate.
    public let counts: [Int]

    /// Whether a candidate is chosen in all draws.
    public func isAlways(_ index: Int) -> Bool { met > 0 && counts[index] == met }
  }

  /// Imports from the partner that the list covers, dollars a year.
  public var value: Double { choice.chosen.reduce(0) { $0 + pool.candidates[$1].line.value } }

  /// Lines of the baseline that are numbered otherwise and that the list as an action reaches beside its
  /// own, with the value it reaches, dollars a year.
  public var carried: [(code: HTSCode, value: Double)] {
    let lines = Set(choice.chosen.map { pool.candidates[$0].code })
    return pool.carried.map { ($0.code, $0.value(reachedBy: lines)) }.filter { $0.1 > 0 }
  }

  /// The part of the value that rests on fitted cells.
  public var fittedShare: Double {
    let fitted = choice.chosen.reduce(0) { $0 + pool.candidates[$1].line.fitted }
    return value > 0 ? fitted / value : 0
  }

  /// What a term comes to for a candidate of a group, or of all, dollars a year.
  public func amount(_ term: Brief.Term, _ group: String?, _ index: Int) -> Double {
    DesignTerms(pool, choice.impacts)
      .amount(Brief.Weight(term: term, group: group, weight: 1), of: index)
  }

  /// Candidates not chosen, from the one that would come in first.
  public var nextIn: [Int] {
    let chosen = Set(choice.chosen)
    return choice.reducedCosts.indices.filter { !chosen.contains($0) }.sorted { merit($0, $1) }
  }

  /// Candidates chosen by choice, from the one that would go first.
  public var nextOut: [Int] {
    choice.chosen.filter { pool.candidates[$0].mustReason == nil }.sorted { merit($1, $0) }
  }

  /// Whether one candidate is more worth listing than another, for each dollar it covers.
  private func merit(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (gain(a), gain(b))
    return x == y ? a < b : x > y
  }

  /// What listing a candidate is worth beyond what it costs, for each dollar it covers.
  public func gain(_ index: Int) -> Double {
    -choice.reducedCosts[index] / max(pool.candidates[index].line.value, 1)
  }
}

/// What a brief comes to.
public enum DesignResult: Sendable {
  case chosen(Design)
  case impossible(DesignClash)
}
