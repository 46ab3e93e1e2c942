import WorldModel

/// Looks for the use of an instrument that reaches a target, and works out what comes of it.
struct DeficitSearch: Sendable {
  let solver: EquilibriumSolver
  let importer: Int
  let partner: Int
  let target: Double

  func outcome(
    of instrument: DeficitStudy.Instrument
  ) throws(EquilibriumError) -> DeficitStudy.Outcome {
    switch instrument.way {
    case .tariffs(let tariffs):
      let found = try TargetSearch(
        tariffs, target: target, importer: importer, partner: partner, solver)
      guard found.isReached || found.use > 0 else {
        // Where any use makes it worse, what it does is shown as it stands: used once.
        let use = min(1, tariffs.most)
        let equilibrium = try solver.equilibrium(after: tariffs.shock(use))
        return try finished(
          instrument.name, unit: tariffs.unit, use: use,
          reason:
            "any use of it raises the deficit: it hits goods of others, or goods come another way",
          shock: equilibrium.shock, equilibrium)
      }
      let reason =
        found.isReached
        ? nil
        : found.use < tariffs.most
          ? "it cuts most at this use; more of it cuts less"
          : "at the most it can be used (\(tariffs.unit)) it cuts no more"
      return try finished(
        instrument.name, unit: tariffs.unit, use: found.use, reason: reason,
        shock: found.equilibrium.shock, found.equilibrium)
    case .purchases(let amounts):
      return try purchases(instrument.name, amounts)
    }
  }

  private func purchases(
    _ name: String, _ amounts: [Double]
  ) throws(EquilibriumError) -> DeficitStudy.Outcome {
    func met(_ share: Double) throws(EquilibriumError) -> (PurchaseCommitment, Double) {
      let found = try PurchaseCommitment(
        amounts.map { $0 * share }, buyer: partner, seller: importer, solver)
      return (found, cut(found.equilibrium))
    }
    var (found, reached) = try met(1)
    var use = 1.0
    var reason: String?
    if reached < target {
      let promised = amounts.reduce(0, +)
      reason =
        promised < target
        ? "the promise is smaller than the target"
        : "the importer buys more of the partner as its income rises and its goods grow scarce"
    } else {
      for _ in 0..<40 where (reached - target).magnitude > 1e-6 * target {
        use *= target / reached
        (found, reached) = try met(use)
      }
      if (reached - target).magnitude > 1e-4 * target {
        reason = "no share of the promise was found that cuts just this much"
      }
    }
    return try finished(
      name, unit: "share of the promise", use: use, reason: reason, shock: found.shock,
      found.equilibrium)
  }

  private func finished(
    _ name: String, unit: String, use: Double, reason: String?, shock: WorldShock,
    _ equilibrium: Equilibrium
  ) throws(EquilibriumError) -> DeficitStudy.Outcome {
    let answer = try ActionAnswer(.reciprocal, to: shock, by: importer, solver, workers: 1)
    var totals: [(rule: DeficitRule, change: Double)] = []
    for rule in DeficitRule.allCases {
      var options = solver.options
      options.deficits = rule
      let other =
        rule == solver.options.deficits
        ? equilibrium
        : try EquilibriumSolver(solver.base, theta: solver.theta, options: options)
          .equilibrium(after: shock)
      totals.append((rule, other.countries[importer].balance.change))
    }
    let firstRound = FirstRound(shock, solver)
    return DeficitStudy.Outcome(
      name: name, unit: unit, use: use, isReached: reason == nil, reason: reason,
      gross: cut(firstRound.trade), net: cut(equilibrium), answered: cut(answer.equilibrium),
      totals: totals, equilibrium: equilibrium, answer: answer)
  }

  private func cut(_ equilibrium: Equilibrium) -> Double { cut(equilibrium.trade) }

  private func cut(_ trade: [Double]) -> Double {
    let base = solver.base
    return BilateralGoods(base.trade, base, importer: importer, partner: partner).deficit
      - BilateralGoods(trade, base, importer: importer, partner: partner).deficit
  }
}
