import Dispatch
import Foundation
public import ListSelection
import Synchronization
public import TariffLaw
public import TradeAction
public import TradeImpact

/// Chooses the list of a brief.
public struct Designer: Sendable {
  public let pool: CandidatePool
  private let library: HighsLibrary
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

  /// The distance from the bound at which a choice is taken to be settled.
  public static let gap = 1e-4

  /// The best list at each rate of the brief, the best of them, and what to know about it.
  ///
  /// - Parameters:
  ///   - draws: how often to choose again with drawn elasticities; not at all without.
  ///   - isBrief: leaves out the frontier and the moved weights, which are choices of their own.
  /// - Throws: ``SelectionError`` when HiGHS cannot be used, errors of the model otherwise.
  public func design(draws: DrawRequest? = nil, isBrief: Bool = false) throws -> DesignResult {
    var best: (choice: Choice, impacts: [LineImpact])?
    var tried: [Design.RateTried] = []
    var refused: (problem: DesignProblem, rate: Fraction)?
    for rate in pool.brief.rates {
      let impacts = try pool.impacts(rate: rate)
      let problem = try DesignProblem(pool, impacts)
      guard let choice = try choose(problem, rate) else {
        refused = refused ?? (problem, rate)
        tried.append(Design.RateTried(rate: rate, objective: nil, value: nil))
        continue
      }
      tried.append(
        Design.RateTried(
          rate: rate, objective: choice.objective, value: value(of: choice.chosen)))
      if choice.objective < best?.choice.objective ?? .infinity { best = (choice, impacts) }
    }
    guard let (choice, impacts) = best else {
      guard let refused else { throw ActionError(message: "the brief has no rate") }
      return .impossible(try clash(refused.problem, refused.rate))
    }
    let lines = Set(choice.chosen.map { pool.candidates[$0].code })
    return .chosen(
      Design(
        pool: pool, choice: choice, rates: tried,
        together: try together?(choice.rate.doubleValue, lines),
        frontier: isBrief ? [] : try frontier(choice.rate, impacts),
        moves: isBrief ? [] : try moves(choice, impacts),
        stability: try draws.map { try stability(choice, $0) }))
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

  private func choose(_ problem: DesignProblem, _ rate: Fraction) throws -> Choice? {
    let solver = SelectionSolver(library: library, options: SelectionOptions(gap: Self.gap))
    switch try solver.solve(problem.problem) {
    case .chosen(let selection):
      return Choice(selection, problem, rate: rate, gap: Self.gap)
    case .impossible, .undecided: return nil
    }
  }

  private func value(of chosen: [Int]) -> Double {
    chosen.reduce(0) { $0 + pool.candidates[$1].line.value }
  }

  /// The least objective at smaller and larger targets.
  private func frontier(
    _ rate: Fraction, _ impacts: [LineImpact]
  ) throws -> [Design.FrontierPoint] {
    try Self.multiples.map { multiple in
      let target = pool.brief.target.amount * multiple
      let problem = try DesignProblem(pool, impacts, target: target)
      let choice = try choose(problem, rate)
      return Design.FrontierPoint(
        target: target,
        reached: choice.map { choice in
          Design.FrontierPoint.Reached(
            value: value(of: choice.chosen), objective: choice.objective, bound: choice.bound,
            buyersLoss: pool.model.knowsHome
              ? choice.chosen.reduce(0) { $0 + (impacts[$1].home?.buyersLoss ?? 0) } : nil,
            lines: choice.chosen.count)
        })
    }
  }

  /// Of the brief's target.
  private static let multiples: [Fraction] = [
    Fraction(1, over: 4), Fraction(1, over: 2), Fraction(3, over: 4), Fraction(9, over: 10), 1,
    Fraction(11, over: 10), Fraction(5, over: 4), Fraction(3, over: 2), 2,
  ]

  /// What the choice would be with each weight halved and doubled.
  private func moves(_ choice: Choice, _ impacts: [LineImpact]) throws -> [Design.WeightMove] {
    let weights = pool.brief.objective
    let before = Set(choice.chosen)
    var moves: [Design.WeightMove] = []
    // One weight alone only sets the unit of the objective.
    for index in weights.indices where weights.count > 1 && !weights[index].weight.isZero {
      for factor: Fraction in [Fraction(1, over: 2), 2] {
        var moved = weights
        moved[index] = Brief.Weight(
          term: weights[index].term, group: weights[index].group,
          weight: weights[index].weight * factor)
        let problem = try DesignProblem(pool, impacts, weights: moved)
        guard let other = try choose(problem, choice.rate) else { continue }
        let after = Set(other.chosen)
        moves.append(
          Design.WeightMove(
            weight: weights[index], factor: factor, linesIn: after.subtracting(before).count,
            linesOut: before.subtracting(after).count,
            valueOut: value(of: Array(before.subtracting(after)))))
      }
    }
    return moves
  }

  /// In how many draws of the elasticities each candidate is chosen.
  private func stability(_ choice: Choice, _ request: DrawRequest) throws -> Design.Stability {
    let found = Mutex([Result<[Int]?, any Error>?](repeating: nil, count: request.count))
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for index in stride(from: worker, to: request.count, by: workers) {
        let result = Result {
          let impacts = try pool.impacts(rate: choice.rate, draw: (index, request.seed))
          return try choose(try DesignProblem(pool, impacts), choice.rate)?.chosen
        }
        found.withLock { $0[index] = result }
      }
    }
    var counts = [Int](repeating: 0, count: pool.candidates.count)
    var met = 0
    for result in found.withLock({ $0 }) {
      guard let chosen = try result?.get() else { continue }
      met += 1
      for index in chosen { counts[index] += 1 }
    }
    return Design.Stability(request: request, met: met, counts: counts)
  }

  private func clash(_ problem: DesignProblem, _ rate: Fraction) throws -> DesignClash {
    let solver = SelectionSolver(library: library, options: SelectionOptions(gap: Self.gap))
    return DesignClash(
      brief: pool.brief, rate: rate, problem: problem, clash: try solver.clash(in: problem.problem))
  }
}
