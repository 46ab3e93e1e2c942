/// Finds the world equilibrium after a shock.
///
/// It looks from the base, or from a near equilibrium, straight for the shock; where that fails it goes
/// part of the way first, from the last point found, halving the stretch as often as it must (a
/// continuation, Garcia and Zangwill 1981). It ends with an equilibrium whose residual is stated or with
/// an error that says how far the way could be followed.
public struct EquilibriumSolver: Sendable {
  public let base: WorldBase
  public let theta: [Double]
  public let options: SolverOptions

  /// The shortest stretch of the way that is tried.
  private static let shortest = 1.0 / 1024

  /// - Parameter theta: the trade elasticity of each sector, above zero.
  /// - Throws: ``EquilibriumError`` when the base without deficits, where the rule asks for it, is not
  ///   found.
  public init(
    _ base: WorldBase, theta: [Double], options: SolverOptions = SolverOptions()
  ) throws(EquilibriumError) {
    self.theta = theta
    self.options = options
    if options.deficits == .balanced, base.deficit.contains(where: { $0 != 0 }) {
      self.base = try Self.search(
        base, WorldShock(base), theta: theta, options: options, from: nil, sharpen: true
      ).rebased()
    } else {
      self.base = base
    }
  }

  /// The world after a shock.
  ///
  /// - Parameter near: the point of an equilibrium of the same base after a similar shock.
  /// - Throws: ``EquilibriumError``.
  public func equilibrium(
    after shock: WorldShock, near: Equilibrium? = nil
  ) throws(EquilibriumError) -> Equilibrium {
    for cell in shock.tariffs.indices where !(shock.tariffs[cell] > -1) {
      let count = base.countryCount
      throw .rate(
        sector: base.sectors[cell / count / count].code,
        exporter: base.countries[cell % count].code,
        importer: base.countries[cell / count % count].code, rate: shock.tariffs[cell])
    }
    return try Self.search(base, shock, theta: theta, options: options, from: near?.state)
  }

  /// - Parameter sharpen: goes on, a little, to what rounding allows: for what is to be a base.
  private static func search(
    _ base: WorldBase, _ shock: WorldShock, theta: [Double], options: SolverOptions,
    from near: [Double]?, sharpen: Bool = false
  ) throws(EquilibriumError) -> Equilibrium {
    let end = EquilibriumMap(base, shock, theta: theta, options: options, share: 1)
    if let (sector, importer) = end.deserted {
      throw .nobodySells(
        sector: base.sectors[sector].code, importer: base.countries[importer].code)
    }
    if let (country, sells, buys) = end.unbalanced {
      throw .noBalance(country: base.countries[country].code, sells: sells, buys: buys)
    }
    let method = AcceleratedFixedPoint(depth: 10, count: end.layout.count)
    let origin = [Double](repeating: 0, count: end.layout.count)
    var evaluations = 0
    func look(_ map: EquilibriumMap, from start: [Double]) -> AcceleratedFixedPoint.Search {
      let found = method.search(
        from: start, tolerance: options.tolerance, evaluations: options.evaluations
      ) { map.image($0, into: &$1) }
      evaluations += found.evaluations
      return found
    }
    var found = look(end, from: near ?? origin)
    if !settled(found, end, options), near != nil { found = look(end, from: origin) }
    var share = 0.0
    var stretch = 0.5
    var start = origin
    while !settled(found, end, options) {
      guard stretch >= shortest else {
        throw .notConverged(
          share: share, residual: found.residual, deficits: options.deficits)
      }
      let goal = min(1, share + stretch)
      let map =
        goal < 1
        ? EquilibriumMap(base, shock, theta: theta, options: options, share: goal) : end
      let step = look(map, from: start)
      if goal == 1 { found = step }
      guard settled(step, map, options) else {
        stretch /= 2
        continue
      }
      share = goal
      start = step.point
      stretch *= 2
    }
    if sharpen {
      let finer = method.search(from: found.point, tolerance: 1e-15, evaluations: 40) {
        end.image($0, into: &$1)
      }
      evaluations += finer.evaluations
      if finer.residual < found.residual { found = finer }
    }
    return equilibrium(base, shock, theta, options, end, found, evaluations)
  }

  /// Whether a point is an equilibrium. Where hardly anything is traded the relative balance of trade
  /// has a floor set by rounding; there it must be excess demand that vanishes.
  private static func settled(
    _ found: AcceleratedFixedPoint.Search, _ map: EquilibriumMap, _ options: SolverOptions
  ) -> Bool {
    if found.residual <= options.tolerance { return true }
    guard found.residual < 1e-6 else { return false }
    var next = found.point
    guard map.image(found.point, into: &next) != nil else { return false }
    let balance = map.balance
    return max(balance.price, balance.spending, balance.labour, balance.excessDemand)
      <= options.tolerance
  }

  private static func equilibrium(
    _ base: WorldBase, _ shock: WorldShock, _ theta: [Double], _ options: SolverOptions,
    _ map: EquilibriumMap, _ found: AcceleratedFixedPoint.Search, _ evaluations: Int
  ) -> Equilibrium {
    let layout = map.layout
    let accounts = map.accounts(at: found.point)
    let prices = layout.wageCount..<(layout.wageCount + layout.cellCount)
    return Equilibrium(
      base: base, shock: shock, theta: theta, options: options,
      logWages: Array(found.point[..<layout.wageCount]), logPrices: Array(found.point[prices]),
      logUnitCosts: map.unitCosts, trade: accounts.trade, output: accounts.output,
      income: accounts.income, deficit: accounts.deficits, iterations: evaluations,
      residual: found.residual, excessDemand: map.balance.excessDemand, state: found.point)
  }
}

extension Equilibrium {
  /// The equilibrium as a base of its own, from which further changes are measured.
  public func rebased() -> WorldBase {
    let count = base.countryCount
    var final = [Double](repeating: 0, count: base.finalShare.count)
    for cell in final.indices { final[cell] = base.finalShare[cell] * income[cell % count] }
    return WorldBase(
      countries: base.countries, sectors: base.sectors, trade: trade, tariffs: shock.tariffs,
      inputs: base.inputs, valueAddedShare: base.valueAddedShare, finalSpending: final,
      notes: base.notes)
  }
}
