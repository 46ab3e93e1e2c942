/// What a small change of each tariff does to one country's real income.
///
/// The derivative of the logarithm of real income by each ad valorem rate, from one system of linear
/// equations for all tariffs together (the adjoint): at an equilibrium `z = F(z, t)` the weights solve
/// `w = g + F'w`, by the same acceleration as the equilibrium itself.
package struct WelfareGradient: Sendable {
  /// Of the logarithm of real income by the rate of each flow, by sector, importer, exporter. Zero where
  /// there is no trade.
  package let byRate: [Double]
  package let iterations: Int

  /// - Throws: ``EquilibriumError`` when the weights are not found: the equilibrium is singular.
  package init(of country: Int, at equilibrium: Equilibrium) throws(EquilibriumError) {
    let base = equilibrium.base
    let map = EquilibriumMap(
      base, equilibrium.shock, theta: equilibrium.theta, options: equilibrium.options, share: 1)
    let point = equilibrium.state
    var next = point
    _ = map.image(point, into: &next)
    var weights = EquilibriumMap.Weights(
      next: [Double](repeating: 0, count: map.layout.count),
      income: [Double](repeating: 0, count: base.countryCount))
    weights.income[country] = 1 / map.scratch.income[country]
    var source = map.reverse(weights, at: point)
    weights.income[country] = 0
    for sector in base.sectors.indices {
      source[map.layout.price(sector: sector, country: country)] -=
        base.finalShare[sector * base.countryCount + country]
    }
    let scale = max(source.reduce(0) { max($0, $1.magnitude) }, 1e-300)
    let found = AcceleratedFixedPoint(depth: 20, count: map.layout.count).search(
      from: source, tolerance: 1e-9, evaluations: 2000
    ) { point, next in
      weights.next = point
      next = map.reverse(weights, at: equilibrium.state)
      var distance = 0.0
      for index in next.indices {
        next[index] += source[index]
        distance = max(distance, (next[index] - point[index]).magnitude)
      }
      return distance / scale
    }
    guard found.residual < 1e-6 else {
      throw .notConverged(
        share: 1, residual: found.residual, deficits: equilibrium.options.deficits)
    }
    iterations = found.evaluations
    weights.next = found.point
    weights.income[country] = 1 / map.scratch.income[country]
    var flows = EquilibriumMap.FlowWeights(
      pull: [Double](repeating: 0, count: base.trade.count),
      foreign: [Double](repeating: 0, count: base.trade.count))
    _ = withUnsafeMutablePointer(to: &flows) { map.reverse(weights, at: point, flows: $0) }
    let count = base.countryCount
    byRate = base.trade.indices.map { flow in
      let theta = equilibrium.theta[flow / count / count]
      let rate = equilibrium.shock.tariffs[flow]
      guard base.trade[flow] > 0, rate.isFinite else { return 0 }
      return -(theta * flows.pull[flow] + (theta + 1) * flows.foreign[flow]) / (1 + rate)
    }
  }
}
