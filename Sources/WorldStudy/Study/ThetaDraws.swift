import Foundation
import TradeImpact
import WorldModel

/// Trade elasticities drawn around the central set.
///
/// Each sector's is its central value times a factor whose logarithm is normal, with the spread that the
/// sets of published estimates have for the sector: an assumption, as the sets come without errors that
/// could be combined. Draws of sectors are independent of each other.
package struct ThetaDraws: Sendable {
  package let central: [Double]
  /// Standard deviations of logarithms, by sector.
  package let spread: [Double]

  /// No factor is further out than this many standard deviations.
  private static let furthest = 2.5

  package init(_ world: ShippedWorld, central: [Double]) {
    self.central = central
    spread = world.base.thetaSpread(of: world.thetaSets.map(\.name))
  }

  package func draw(_ index: Int, seed: UInt64) -> [Double] {
    let uniform = SeededUniform(seed: seed)
    return central.indices.map { sector in
      let normal = NormalDistribution.quantile(uniform(row: index, column: sector))
      return central[sector]
        * exp(spread[sector] * max(-Self.furthest, min(Self.furthest, normal)))
    }
  }
}
