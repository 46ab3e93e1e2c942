public import ListSelection
public import LongWork
public import TariffLaw
public import TradeAction
public import TradeImpact

/// Chooses the list of a brief.
public struct Designer: Sendable {
  public let pool: CandidatePool
  let library: HighsLibrary
  /// The list together, on the importer's whole market; `nil` where it is not held.
  private let together: (@Sendable (Double, Set<HTSCode>) throws -> Outcome)?

  /// - Parameters:
  ///   - book: the importer's law.
  ///   - study: the impact model on its imports, with the brief's assumptions.
  /// - Throws: ``ActionError`` when the brief does not fit the law or the data.
  public init(
    _ brief: Brief, _ book: LawBook, _ study: ImpactStudy, library: HighsLibrary? = nil
  ) throws {
    pool = try CandidatePool(
      brief, book, try study.lines(of: brief.partner), carrier: study.ground.carrier)
    self.library = try library ?? HighsLibrary.installed()
    together = { try study.outcome(adding: $0, to: $1, of: brief.partner) }
  }

  /// For an importer of whose imports only the partner's are held.
  ///
  /// - Throws: ``ActionError`` when the brief does not fit the law or the data.
  public init(
    _ brief: Brief, _ book: LawBook, _ exports: ExportLineStudy, library: HighsLibrary? = nil
  ) throws {
    pool = try CandidatePool(brief, book, exports)
    self.library = try library ?? HighsLibrary.installed()
    together = nil
  }

  /// When the search for the list itself stops, unless told otherwise.
  public static let search = SelectionOptions(gap: 1e-4, nodeLimit: 500)

  /// When the searches of questions beside the list stop: other targets, other weights, draws. They are many,
  /// and are asked for the shape of an answer rather than for a list.
  public static let sideSearch = SelectionOptions(gap: 1e-3, nodeLimit: 100)

  /// The best list at each rate of the brief, the best of them, and what to know about it.
  ///
  /// - Parameters:
  ///   - draws: how often to choose again with drawn elasticities; not at all without.
  ///   - isBrief: leaves out the frontier and the moved weights, which are choices of their own.
  ///   - explains: whether to say what clashes where no list meets the brief, which are searches of their own.
  ///   - search: when the search for the list stops.
  ///   - watch: may stop it at each node of a search and between the questions beside the list.
  /// - Throws: ``SelectionError`` when HiGHS cannot be used or the watch stops a search, `WorkStopped` between
  ///   them, errors of the model otherwise.
  public func design(
    draws: DrawRequest? = nil, isBrief: Bool = false, explains: Bool = true,
    search: SelectionOptions = Self.search, watch: WorkWatch = .nobody
  ) throws -> DesignResult {
    var best: (choice: Choice, impacts: [LineImpact])?
    var rates: [Design.RateTried] = []
    var refused: (problem: DesignProblem, rate: Fraction)?
    for rate in pool.brief.rates {
      let impacts = try pool.impacts(rate: rate)
      let problem = try DesignProblem(pool, impacts)
      let attempt = try choose(problem, rate, search, watch)
      rates.append(
        Design.RateTried(
          rate: rate,
          attempt: attempt.map {
            Design.RateTried.List(
              objective: $0.objective, bound: $0.bound, value: pool.value(of: $0.chosen))
          }))
      switch attempt {
      case .chosen(let choice):
        if choice.objective < best?.choice.objective ?? .infinity { best = (choice, impacts) }
      case .impossible: refused = refused ?? (problem, rate)
      case .undecided: break
      }
    }
    guard let (choice, impacts) = best else {
      guard let refused, rates.allSatisfy({ $0.attempt.status == .impossible }) else {
        return .undecided(DesignUndecided(brief: pool.brief, rates: rates, search: search))
      }
      let solver = SelectionSolver(library: library, options: search, watch: watch)
      return .impossible(
        DesignClash(
          pool, rate: refused.rate, problem: refused.problem,
          clash: explains ? try solver.clash(in: refused.problem.problem) : nil))
    }
    let lines = Set(choice.chosen.map { pool.candidates[$0].code })
    let questions = SideQuestions(designer: self, choice: choice, impacts: impacts, watch: watch)
    return .chosen(
      Design(
        pool: pool, choice: choice, search: search, rates: rates,
        together: try together?(choice.rate.doubleValue, lines),
        frontier: isBrief ? [] : try questions.frontier(),
        moves: isBrief ? [] : try questions.moves(),
        stability: try draws.map { try questions.stability($0) }))
  }

  /// The brief as a problem in numbers, for another solver.
  ///
  /// - Throws: errors of the model.
  public func problemText() throws -> String {
    guard let rate = pool.brief.rates.first else {
      throw ActionError(message: "the brief has no rate")
    }
    return try DesignProblem(pool, try pool.impacts(rate: rate)).problem.text
  }

  func choose(
    _ problem: DesignProblem, _ rate: Fraction, _ search: SelectionOptions, _ watch: WorkWatch
  ) throws -> Attempt<Choice> {
    let solver = SelectionSolver(library: library, options: search, watch: watch)
    switch try solver.solve(problem.problem) {
    case .chosen(let selection): return .chosen(Choice(selection, problem, rate: rate))
    case .impossible: return .impossible
    case .undecided(let proof, _):
      guard let bound = try proof.bound(of: problem.problem) else { return .impossible }
      return .undecided(bound: Double(bound + Int128(problem.fixedCost)) / 100)
    }
  }
}
