import Dispatch
import Foundation
import LongWork
import Synchronization
import TariffLaw
import TradeAction
import TradeImpact

/// What is asked beside a list: other targets, other weights, drawn elasticities.
///
/// Each is a choice of its own, on as many cores as there are, with ``Designer/sideSearch``. A question
/// that is the choice itself, or another question in other words, is not asked again.
struct SideQuestions {
  let designer: Designer
  let choice: Choice
  /// By candidate, at the rate of the choice.
  let impacts: [LineImpact]
  let watch: WorkWatch

  private var pool: CandidatePool { designer.pool }
  private var brief: Brief { designer.pool.brief }

  private func choose(_ problem: DesignProblem) throws -> Attempt<Choice> {
    try designer.choose(problem, choice.rate, Designer.sideSearch, watch)
  }

  /// The least objective at smaller and larger targets.
  func frontier() throws -> [Design.FrontierPoint] {
    try onAllCores("points", Self.multiples.count) { place in
      let target = brief.target.amount * Self.multiples[place]
      let attempt =
        Self.multiples[place] == 1
        ? .chosen(choice) : try choose(try DesignProblem(pool, impacts, target: target))
      return Design.FrontierPoint(target: target, attempt: attempt.map(reached))
    }
  }

  private func reached(_ choice: Choice) -> Design.FrontierPoint.Reached {
    Design.FrontierPoint.Reached(
      value: pool.value(of: choice.chosen), objective: choice.objective, bound: choice.bound,
      gap: choice.gap,
      buyersLoss: pool.model.knowsHome
        ? choice.chosen.reduce(0) { $0 + (impacts[$1].home?.buyersLoss ?? 0) } : nil,
      lines: choice.chosen.count)
  }

  /// Of the brief's target.
  private static let multiples: [Fraction] = [
    Fraction(1, over: 4), Fraction(1, over: 2), Fraction(3, over: 4), Fraction(9, over: 10), 1,
    Fraction(11, over: 10), Fraction(5, over: 4), Fraction(3, over: 2), 2,
  ]

  /// What the choice would be with each weight halved and doubled.
  func moves() throws -> [Design.WeightMove] {
    let weights = brief.objective
    // One weight alone only sets the unit of the objective.
    guard weights.count > 1 else { return [] }
    let moves = weights.indices.filter { !weights[$0].weight.isZero }
      .flatMap { index in
        [Fraction(1, over: 2), 2].map { factor in
          var moved = weights
          moved[index] = Brief.Weight(
            term: weights[index].term, group: weights[index].group,
            weight: weights[index].weight * factor)
          return (weight: weights[index], factor: factor, moved: moved)
        }
      }
    let first = moves.indices.map { place in
      moves.firstIndex { Self.areProportional($0.moved, moves[place].moved) } ?? place
    }
    let asked = moves.indices.filter { first[$0] == $0 }
    let found = Dictionary(
      uniqueKeysWithValues: zip(
        asked,
        try onAllCores("weights", asked.count) { try changed(weights: moves[asked[$0]].moved) }))
    return zip(moves, first).compactMap { move, place in
      found[place].map {
        Design.WeightMove(weight: move.weight, factor: move.factor, attempt: $0)
      }
    }
  }

  /// Weights of one direction rank all lists alike: doubling one of two is halving the other.
  private static func areProportional(_ a: [Brief.Weight], _ b: [Brief.Weight]) -> Bool {
    guard let first = a.indices.first(where: { !a[$0].weight.isZero }) else { return false }
    let factor = b[first].weight / a[first].weight
    return zip(a, b).allSatisfy { $1.weight == $0.weight * factor }
  }

  private func changed(weights: [Brief.Weight]) throws -> Attempt<Design.WeightMove.Changed> {
    let problem = try DesignProblem(pool, impacts, weights: weights)
    let stays = choice.chosen.reduce(0) { $0 + problem.cost(of: $1) }
    return try choose(problem).map { other in
      let (before, after) = (Set(choice.chosen), Set(other.chosen))
      let isBetter = other.objective < stays
      let came = isBetter ? after.subtracting(before) : []
      let went = isBetter ? before.subtracting(after) : []
      return Design.WeightMove.Changed(
        linesIn: came.count, linesOut: went.count, valueIn: pool.value(of: came),
        valueOut: pool.value(of: went), objective: min(stays, other.objective),
        bound: other.bound, objectiveAsItStands: stays)
    }
  }

  /// In how many draws of the elasticities each candidate is chosen.
  func stability(_ request: DrawRequest) throws -> Design.Stability {
    let found = try onAllCores("draws", request.count) { index in
      let impacts = try pool.impacts(rate: choice.rate, draw: (index, request.seed))
      return try choose(try DesignProblem(pool, impacts)).map { ($0.chosen, $0.gap) }
    }
    var counts = [Int](repeating: 0, count: pool.candidates.count)
    let lists = found.compactMap(\.found)
    for (chosen, _) in lists {
      for index in chosen { counts[index] += 1 }
    }
    return Design.Stability(
      request: request, met: lists.count,
      undecided: found.count { $0.status == .undecided }, counts: counts,
      largestGap: lists.map(\.1).max() ?? 0)
  }

  /// What a question finds for each number, in their order.
  ///
  /// - Parameter name: what is asked, in the plural, for who watches.
  /// - Throws: the first error, in that order.
  private func onAllCores<Found: Sendable>(
    _ name: String, _ count: Int, _ question: @Sendable (Int) throws -> Found
  ) throws -> [Found] {
    let found = Mutex([Result<Found, any Error>?](repeating: nil, count: count))
    let steps = watch.steps(name, of: count)
    let workers = min(count, max(1, ProcessInfo.processInfo.activeProcessorCount))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for place in stride(from: worker, to: count, by: workers) {
        let result = Result { try steps.step { try question(place) } }
        found.withLock { $0[place] = result }
      }
    }
    return try found.withLock { try $0.compactMap { try $0?.get() } }
  }
}
