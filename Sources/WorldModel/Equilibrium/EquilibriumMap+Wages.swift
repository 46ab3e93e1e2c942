import Foundation

/// Wages and deficits of a round.
extension EquilibriumMap {
  /// How far wages move for a relative imbalance of trade of one.
  static let wageStep = 0.12
  /// The same where labour is fixed, and sectors' own markets move their wages besides.
  static let sectorWageStep = 0.06
  /// The logarithm of a wage that is none: of labour that cannot leave a sector nobody buys from.
  static let unpaid = -60.0

  /// Value added at the point's wages, by country.
  func wagesPaid(at point: [Double]) {
    let count = layout.countries
    for country in 0..<count {
      if layout.labour == .mobile {
        scratch.wages[country] = exp(point[country]) * base.valueAdded[country]
      } else {
        scratch.wages[country] = (0..<layout.sectors).reduce(0) { sum, sector in
          let cell = sector * count + country
          return sum + exp(point[cell]) * base.valueAddedShare[cell] * base.output[cell]
        }
      }
    }
  }

  func deficitsHeld() -> [Double] {
    guard deficits == .proportional else { return deficit }
    let income = base.countries.indices.map { scratch.wages[$0] + scratch.revenue[$0] }
    let world = income.reduce(0, +)
    let residual = zip(deficitShare, income).reduce(0) { $0 + $1.0 * $1.1 } / world
    return zip(deficitShare, income).map { ($0 - residual) * $1 }
  }

  func moveWages(
    at point: [Double], into next: inout [Double], deficits: [Double]
  ) {
    let count = layout.countries
    var world = 0.0
    for country in 0..<count {
      let sold = scratch.exports[country] + max(deficits[country], 0)
      let bought = scratch.imports[country] + max(-deficits[country], 0)
      // A country cut off from the world has no balance to keep.
      let isOpen = opening[country].sells || opening[country].buys
      let gap = isOpen ? log(sold / bought) : 0
      balance.trade = max(balance.trade, gap.magnitude)
      if isOpen {
        balance.excessDemand = max(
          balance.excessDemand, (sold - bought).magnitude / scratch.wages[country])
      }
      if layout.labour == .mobile {
        next[country] = point[country] + Self.wageStep * gap
        world += exp(next[country]) * base.valueAdded[country]
      } else {
        world += moveSectorWages(country, Self.sectorWageStep * gap, at: point, into: &next)
      }
    }
    let level = log(world / base.worldValueAdded)
    for index in 0..<layout.wageCount { next[index] -= level }
  }

  /// - Returns: the country's value added at the new wages.
  func moveSectorWages(
    _ country: Int, _ step: Double, at point: [Double], into next: inout [Double]
  ) -> Double {
    let count = layout.countries
    var paid = 0.0
    for sector in 0..<layout.sectors {
      let cell = sector * count + country
      let earned =
        base.valueAddedShare[cell] * scratch.output[sector * width + country]
      let before = base.valueAddedShare[cell] * base.output[cell]
      guard before > 0 else {
        next[cell] = 0
        continue
      }
      let gap = max(log(earned / before), Self.unpaid) - point[cell]
      balance.labour = max(balance.labour, gap.magnitude)
      next[cell] = earned > 0 ? point[cell] + step + gap / sectorDamping[cell] : Self.unpaid
      paid += exp(next[cell]) * before
    }
    return paid
  }
}
