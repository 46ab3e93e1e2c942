import Foundation

/// The tariffs that make one country's real income highest, the others' given.
public struct BestResponse: Sendable {
  public let instrument: TariffInstrument
  /// One for each rate of the instrument, as fractions.
  public let rates: [Double]
  /// The world under them.
  public let equilibrium: Equilibrium
  /// How far a rate may still be from its best, judged by slope over a guess of curvature.
  public let distance: Double
  /// Steps of the climb.
  public let steps: Int

  /// Rates from nothing to tenfold the price: subsidies are not among the instruments, and beyond tenfold
  /// hardly anything is traded. Curvature is guessed as trade under a rate, in shares of income, times the
  /// trade elasticity.
  private static func ascent(
    _ instrument: TariffInstrument, _ solver: EquilibriumSolver
  ) -> BoundedAscent {
    let base = solver.base
    let cells = base.countryCount * base.countryCount
    let income = base.income[instrument.importer]
    let scale = instrument.rates.map { rate in
      let pull = rate.flows.reduce(0) { $0 + base.trade[$1] * solver.theta[$1 / cells] }
      return pull > 0 ? income / pull : 0
    }
    return BoundedAscent(
      lower: 0, upper: log(11), scale: scale, tolerance: 1e-6,
      noise: 10 * solver.options.tolerance)
  }

  /// - Parameters:
  ///   - shock: all tariffs; those of the instrument are where the climb begins.
  /// - Throws: ``EquilibriumError`` when the start has no equilibrium.
  public init(
    _ instrument: TariffInstrument, in shock: WorldShock, _ solver: EquilibriumSolver,
    from start: [Double]? = nil, near: Equilibrium? = nil
  ) throws(EquilibriumError) {
    let country = instrument.importer
    func laid(_ point: [Double]) -> WorldShock {
      var laid = shock
      instrument.lay(point.map(expm1), into: &laid)
      return laid
    }
    let begin = (start ?? instrument.standing(in: shock, solver.base)).map(log1p)
    let found = try Self.ascent(instrument, solver).climb(from: begin) {
      (point, last: Equilibrium?) throws(EquilibriumError) -> (Double, Equilibrium)? in
      let equilibrium: Equilibrium
      do throws(EquilibriumError) {
        equilibrium = try solver.equilibrium(after: laid(point), near: last ?? near)
      } catch {
        // A step too far is only a step too far; the start must hold.
        if last == nil { throw error }
        return nil
      }
      return (equilibrium.logRealIncome[country], equilibrium)
    } slope: { (point, equilibrium) throws(EquilibriumError) -> [Double] in
      let gradient = try WelfareGradient(of: country, at: equilibrium).byRate
      return instrument.rates.indices.map { rate in
        instrument.rates[rate].flows.reduce(0) { $0 + gradient[$1] } * exp(point[rate])
      }
    }
    guard let found else {
      throw .notConverged(share: 0, residual: .infinity, deficits: solver.options.deficits)
    }
    self.instrument = instrument
    rates = found.point.map(expm1)
    equilibrium = found.context
    distance = found.distance
    steps = found.steps
  }
}
