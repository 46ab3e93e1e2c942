public import ListSelection
public import TariffLaw
public import TradeAction
public import TradeImpact

/// A list that meets its brief, and what to know about it.
public struct Design: Sendable {
  public let pool: CandidatePool
  public let choice: Choice
  /// When the search for it stopped at the latest.
  public let search: SelectionOptions
  /// What each rate of the brief comes to.
  public let rates: [RateTried]
  /// The list as one, on the whole market: lines alone do not add up. `nil` where the importer's market is
  /// not held.
  public let together: Outcome?
  public let frontier: [FrontierPoint]
  public let moves: [WeightMove]
  public let stability: Stability?
  /// Candidates not chosen, from the one that would come in first.
  public let nextIn: [Int]
  /// Candidates chosen by choice, from the one that would go first.
  public let nextOut: [Int]

  public struct RateTried: Sendable {
    public let rate: Fraction
    public let attempt: Attempt<List>

    /// Dollars a year.
    public struct List: Hashable, Sendable {
      public let objective: Double
      public let bound: Double
      public let value: Double
    }
  }

  /// The best list for another target.
  public struct FrontierPoint: Sendable {
    public let target: Fraction
    public let attempt: Attempt<Reached>

    /// Dollars a year.
    public struct Reached: Hashable, Sendable {
      public let value: Double
      public let objective: Double
      public let bound: Double
      /// Distance to the bound as a share of the objective.
      public let gap: Double
      /// The sum over the lines, each alone; `nil` where the importer's market is not held.
      public let buyersLoss: Double?
      public let lines: Int
    }
  }

  /// What changes when a weight of the objective is another.
  public struct WeightMove: Sendable {
    public let weight: Brief.Weight
    public let factor: Fraction
    /// Never ``Attempt/impossible``: the list as it stands meets the conditions still.
    public let attempt: Attempt<Changed>

    /// The best list found with the moved weight beside the list as it stands; that list where none better
    /// was found.
    public struct Changed: Hashable, Sendable {
      public let linesIn: Int
      public let linesOut: Int
      /// The value of the lines that come and that go, dollars a year.
      public let valueIn: Double
      public let valueOut: Double
      /// With the moved weight: of the list found, of what no list is below, and of the list as it stands;
      /// dollars a year.
      public let objective: Double
      public let bound: Double
      public let objectiveAsItStands: Double
    }
  }

  /// How often each candidate is chosen when the elasticities are drawn.
  public struct Stability: Sendable {
    public let request: DrawRequest
    /// Draws in which a list met the brief, and in which none was found within the limit of the search.
    public let met: Int
    public let undecided: Int
    /// By candidate.
    public let counts: [Int]
    /// The largest distance to the bound of a list that was found, as a share of its objective.
    public let largestGap: Double

    /// Whether a candidate is chosen in all draws.
    public func isAlways(_ index: Int) -> Bool { met > 0 && counts[index] == met }
  }

  init(
    pool: CandidatePool, choice: Choice, search: SelectionOptions, rates: [RateTried],
    together: Outcome?, frontier: [FrontierPoint], moves: [WeightMove], stability: Stability?
  ) {
    self.pool = pool
    self.choice = choice
    self.search = search
    self.rates = rates
    self.together = together
    self.frontier = frontier
    self.moves = moves
    self.stability = stability
    let gains = pool.candidates.indices.map { Self.gain(choice, pool, $0) }
    nextIn = gains.indices.filter { !choice.isChosen[$0] }
      .sorted { (gains[$1], $0) < (gains[$0], $1) }
    nextOut = choice.chosen.filter { pool.candidates[$0].mustReason == nil }
      .sorted { (gains[$0], $1) < (gains[$1], $0) }
  }

  /// Imports from the partner that the list covers, dollars a year.
  public var value: Double { pool.value(of: choice.chosen) }

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

  /// The share of the draws with a list that a candidate is chosen in; `nil` without draws, or where none has
  /// a list.
  public func chosenInDraws(_ index: Int) -> Double? {
    guard let stability, stability.met > 0 else { return nil }
    return Double(stability.counts[index]) / Double(stability.met)
  }

  /// What a term of the objective comes to on the list, before its weight, dollars a year.
  public func amount(of weight: Brief.Weight) -> Double {
    let terms = DesignTerms(pool, choice.impacts)
    let whole = Brief.Weight(term: weight.term, group: weight.group, weight: 1)
    return choice.chosen.reduce(0) { $0 + terms.amount(whole, of: $1) }
  }

  /// What listing a candidate is worth beyond what it costs, for each dollar it covers.
  public func gain(_ index: Int) -> Double { Self.gain(choice, pool, index) }

  private static func gain(_ choice: Choice, _ pool: CandidatePool, _ index: Int) -> Double {
    -choice.reducedCosts[index] / max(pool.candidates[index].line.value, 1)
  }
}
