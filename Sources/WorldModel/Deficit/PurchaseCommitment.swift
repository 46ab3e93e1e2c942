import Foundation

/// A partner's promise to buy more, by sector: met by the subsidy on each sector's goods that makes buyers
/// take them, paid by the partner's treasury.
public struct PurchaseCommitment: Sendable {
  /// The rates on the importer's goods in the partner that meet the promise; below the base's, and below
  /// zero where it takes a subsidy.
  public let shock: WorldShock
  public let equilibrium: Equilibrium
  /// The largest part of a promised amount that is not met.
  public let miss: Double
  public let rounds: Int

  /// - Parameters:
  ///   - amounts: added purchases by sector, in the base's money.
  ///   - seller: the country that sells.
  /// - Throws: ``EquilibriumError`` when no subsidy meets the promise.
  public init(
    _ amounts: [Double], buyer: Int, seller: Int, _ solver: EquilibriumSolver
  ) throws(EquilibriumError) {
    let base = solver.base
    var shock = WorldShock(base)
    var equilibrium = try solver.equilibrium(after: shock)
    var miss = Double.infinity
    var rounds = 0
    let promised = amounts.indices.filter { amounts[$0] != 0 }
    while miss > 1e-8, rounds < 200 {
      rounds += 1
      for sector in promised {
        let flow = base.flow(sector: sector, importer: buyer, exporter: seller)
        let gap = log((base.trade[flow] + amounts[sector]) / equilibrium.trade[flow])
        // Sales move with the power -(theta + 1) of the rate's factor, less where the seller is large.
        let step = -gap / (solver.theta[sector] + 1)
        shock.tariffs[flow] = (1 + shock.tariffs[flow]) * exp(max(-0.3, min(0.3, step))) - 1
      }
      equilibrium = try solver.equilibrium(after: shock, near: equilibrium)
      miss = promised.reduce(0) { worst, sector in
        let flow = base.flow(sector: sector, importer: buyer, exporter: seller)
        let promise = base.trade[flow] + amounts[sector]
        return max(worst, (equilibrium.trade[flow] / promise - 1).magnitude)
      }
    }
    guard miss < 1e-6 else {
      throw .notConverged(share: 0, residual: miss, deficits: solver.options.deficits)
    }
    self.shock = shock
    self.equilibrium = equilibrium
    self.miss = miss
    self.rounds = rounds
  }
}
