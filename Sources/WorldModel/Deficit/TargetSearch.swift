/// How much of an instrument cuts a bilateral deficit by a given amount.
public struct TargetSearch: Sendable {
  /// The use found; the one that cuts most when the target is out of reach.
  public let use: Double
  public let equilibrium: Equilibrium
  /// By how much the deficit falls.
  public let cut: Double
  public let isReached: Bool
  /// Equilibria worked out.
  public let evaluations: Int

  /// Walks up in doubling steps until the cut is enough, then halves in between (regula falsi with the
  /// Illinois rule of Dowell and Jarratt 1971).
  ///
  /// - Parameter target: in the base's money.
  /// - Throws: ``EquilibriumError``.
  public init(
    _ instrument: DeficitInstrument, target: Double, importer: Int, partner: Int,
    _ solver: EquilibriumSolver
  ) throws(EquilibriumError) {
    let base = solver.base
    let before = BilateralGoods(base.trade, base, importer: importer, partner: partner).deficit
    var evaluations = 0
    var last: Equilibrium?
    func look(_ use: Double) throws(EquilibriumError) -> (cut: Double, equilibrium: Equilibrium) {
      evaluations += 1
      let equilibrium = try solver.equilibrium(after: instrument.shock(use), near: last)
      last = equilibrium
      let after = BilateralGoods(equilibrium.trade, base, importer: importer, partner: partner)
      return (before - after.deficit, equilibrium)
    }
    var low = (use: 0.0, gap: -target)
    var best = (use: 0.0, found: try look(0))
    var high: (use: Double, gap: Double)?
    var reached = best.found
    var use = instrument.most / 256
    while high == nil {
      let found = try look(use)
      if found.cut > best.found.cut { best = (use, found) }
      if found.cut >= target {
        high = (use, found.cut - target)
        reached = found
      } else {
        low = (use, found.cut - target)
        guard use < instrument.most else { break }
        use = min(use * 2, instrument.most)
      }
    }
    guard var high else {
      (self.use, self.equilibrium, self.cut) = (
        best.use, best.found.equilibrium, best.found.cut
      )
      isReached = false
      self.evaluations = evaluations
      return
    }
    var side = 0
    var found = (use: high.use, at: reached)
    while (found.at.cut - target).magnitude > 1e-7 * target.magnitude, evaluations < 200 {
      let use = (low.use * high.gap - high.use * low.gap) / (high.gap - low.gap)
      found = (use, try look(use))
      let gap = found.at.cut - target
      if gap < 0 {
        low = (use, gap)
        if side == -1 { high.gap /= 2 }
        side = -1
      } else {
        high = (use, gap)
        if side == 1 { low.gap /= 2 }
        side = 1
      }
    }
    self.use = found.use
    equilibrium = found.at.equilibrium
    cut = found.at.cut
    // A search that ends without the target has not reached it.
    isReached = (cut - target).magnitude <= 1e-6 * target.magnitude
    self.evaluations = evaluations
  }
}
