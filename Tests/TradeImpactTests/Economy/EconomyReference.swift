import Foundation
import TradeImpact

/// Input-output algebra the slow way, by rounds of spending and of cost, without an inverse.
enum Reference {
  static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// Output by industry for a dollar of final demand for each commodity: its makers, the makers of
  /// their inputs, and so on.
  static func requirements(shares: [[Double]], inputs: [[Double]]) -> [[Double]] {
    let commodities = inputs.indices
    var columns: [[Double]] = []
    for commodity in commodities {
      columns.append(output(of: commodities.map { $0 == commodity ? 1 : 0 }, shares, inputs))
    }
    return shares.indices.map { industry in commodities.map { columns[$0][industry] } }
  }

  static func output(
    of demand: [Double], _ shares: [[Double]], _ inputs: [[Double]]
  ) -> [Double] {
    var total = [Double](repeating: 0, count: shares.count)
    var round = demand
    for _ in 0..<2000 {
      let made = product(shares, round)
      for index in made.indices { total[index] += made[index] }
      round = product(inputs, made)
      if round.allSatisfy({ abs($0) < 1e-18 }) { break }
    }
    return total
  }

  /// Rise of the prices of home commodities: their own rise, and the costs of their makers.
  static func prices(_ economy: InventedEconomy, imported: [Double], own: [Double]) -> [Double] {
    var price = own
    for _ in 0..<2000 {
      let cost = economy.shares.indices.map { industry in
        own.indices.reduce(0.0) {
          $0 + economy.importInputs[$1][industry] * imported[$1]
            + economy.homeInputs[$1][industry] * price[$1]
        }
      }
      let next = own.indices.map { commodity in
        own[commodity]
          + cost.indices.reduce(0.0) { $0 + economy.shares[$1][commodity] * cost[$1] }
      }
      let step = zip(next, price).map { abs($0 - $1) }.max() ?? 0
      price = next
      if step < 1e-17 { break }
    }
    return price
  }
}
