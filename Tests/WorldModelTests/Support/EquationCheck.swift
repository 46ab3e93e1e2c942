import Foundation

import WorldModel

/// The equations of the model, written out once more and held against an equilibrium.
struct EquationCheck {
  /// The largest relative error of each.
  var cost = 0.0
  var price = 0.0
  var shares = 0.0
  var spending = 0.0
  var income = 0.0
  var output = 0.0
  /// Imports less exports less the deficit, over value added.
  var balance = 0.0
  var deficit = 0.0
  /// Value added of a sector against wage times labour, when labour is fixed; else of a country.
  var labour = 0.0
  /// The world's value added, which is the unit of money.
  var unit = 0.0

  var worst: Double {
    [cost, price, shares, spending, income, output, balance, deficit, labour, unit].reduce(0) {
      $0.isNaN || $1.isNaN ? .nan : max($0, $1)
    }
  }

  init(_ e: Equilibrium) {
    let b = e.base
    let (n, size) = (b.countryCount, b.sectorCount)
    func off(_ left: Double, _ right: Double) -> Double {
      left == right ? 0 : abs(left - right) / max(abs(left), abs(right))
    }
    func wage(_ sector: Int, _ country: Int) -> Double {
      exp(e.logWages[e.options.labour == .mobile ? country : sector * n + country])
    }
    var revenue = [Double](repeating: 0, count: n)
    var net = [Double](repeating: 0, count: n)
    for j in 0..<size {
      for m in 0..<n {
        var logCost = b.valueAddedShare[j * n + m] * log(wage(j, m))
        if !b.inputs.isEmpty {
          for k in 0..<size {
            logCost += b.inputs[(m * size + k) * size + j] * e.logPrices[k * n + m]
          }
        }
        cost = max(cost, abs(logCost - e.logUnitCosts[j * n + m]))
        guard b.spending[j * n + m] > 0 else { continue }
        var pulls = [Double](repeating: 0, count: n)
        for i in 0..<n {
          let flow = b.flow(sector: j, importer: m, exporter: i)
          guard b.trade[flow] > 0, e.shock.tariffs[flow].isFinite else { continue }
          let carried = e.shock.tradeCosts.isEmpty ? 1 : e.shock.tradeCosts[flow]
          let factor =
            exp(e.logUnitCosts[j * n + i]) * carried * (1 + e.shock.tariffs[flow])
            / (1 + b.tariffs[flow])
          pulls[i] =
            b.trade[flow] * (1 + b.tariffs[flow]) / b.spending[j * n + m]
            * pow(factor, -e.theta[j])
        }
        let sum = pulls.reduce(0, +)
        price = max(price, abs(-log(sum) / e.theta[j] - e.logPrices[j * n + m]))
        var paid = [Double](repeating: 0, count: n)
        for i in 0..<n {
          let flow = b.flow(sector: j, importer: m, exporter: i)
          let value = e.trade[flow]
          guard value > 0 else { continue }
          paid[i] = value * (1 + e.shock.tariffs[flow])
          revenue[m] += value * e.shock.tariffs[flow]
          if i != m {
            net[m] += value
            net[i] -= value
          }
        }
        let total = paid.reduce(0, +)
        for i in 0..<n { shares = max(shares, abs(paid[i] / total - pulls[i] / sum)) }
      }
    }
    for j in 0..<size {
      for m in 0..<n {
        let sold = (0..<n).reduce(0) { $0 + e.trade[b.flow(sector: j, importer: $1, exporter: m)] }
        output = max(output, off(sold, e.output[j * n + m]))
        var wanted = b.finalShare[j * n + m] * e.income[m]
        if !b.inputs.isEmpty {
          for k in 0..<size { wanted += b.inputs[(m * size + j) * size + k] * e.output[k * n + m] }
        }
        let spent = (0..<n).reduce(0) { sum, i in
          let flow = b.flow(sector: j, importer: m, exporter: i)
          return e.trade[flow] > 0 ? sum + e.trade[flow] * (1 + e.shock.tariffs[flow]) : sum
        }
        if b.spending[j * n + m] > 0 { spending = max(spending, off(wanted, spent)) }
      }
    }
    var world = 0.0
    for m in 0..<n {
      var added = 0.0
      var earned = 0.0
      for j in 0..<size {
        let before = b.valueAddedShare[j * n + m] * b.output[j * n + m]
        let after = b.valueAddedShare[j * n + m] * e.output[j * n + m]
        added += before * wage(j, m)
        earned += after
        if e.options.labour == .fixed {
          let gap = abs(after - before * wage(j, m))
          labour = max(labour, gap / max(after, 1e-12 * b.valueAdded[m]))
        }
      }
      labour = max(labour, off(earned, added))
      world += added
      income = max(income, off(e.income[m], added + revenue[m] + e.deficit[m]))
      balance = max(balance, abs(net[m] - e.deficit[m]) / added)
      let held: Double? =
        switch e.options.deficits {
        case .fixed: b.deficit[m]
        case .balanced: 0
        case .proportional: nil
        }
      if let held { deficit = max(deficit, abs(held - e.deficit[m]) / added) }
    }
    unit = off(world, b.worldValueAdded)
  }
}
