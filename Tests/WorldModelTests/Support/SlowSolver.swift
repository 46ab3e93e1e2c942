import Foundation

import WorldModel

/// The equilibrium once more, as Caliendo and Parro (2015) describe its computation: wages are guessed,
/// prices and spending solved for given wages, and wages moved by excess demand until none is left.
/// Deficits are fixed and labour is mobile.
struct SlowSolver {
  /// New over base.
  var wages: [Double]
  var prices: [[Double]]
  var realIncome: [Double]
  var rounds = 0

  init(_ b: WorldBase, _ shock: WorldShock, theta: [Double], tolerance: Double = 1e-10) {
    let (n, size) = (b.countryCount, b.sectorCount)
    wages = [Double](repeating: 1, count: n)
    realIncome = wages
    prices = [[Double]](repeating: [Double](repeating: 1, count: n), count: size)
    var spent = (0..<size).map { j in (0..<n).map { b.spending[j * n + $0] } }
    var costs = prices
    var share = [[[Double]]](
      repeating: [[Double]](repeating: [Double](repeating: 0, count: n), count: n), count: size)
    let base = (0..<size).map { j in
      (0..<n).map { m in
        (0..<n).map { i -> Double in
          let flow = b.flow(sector: j, importer: m, exporter: i)
          guard b.trade[flow] > 0 else { return 0 }
          return b.trade[flow] * (1 + b.tariffs[flow]) / b.spending[j * n + m]
        }
      }
    }
    var income = [Double](repeating: 0, count: n)
    var step = 0.8
    var last = Double.infinity
    for round in 1...20_000 {
      rounds = round
      for _ in 0..<2000 {
        var moved = 0.0
        for j in 0..<size {
          for m in 0..<n {
            var cost = b.valueAddedShare[j * n + m] * log(wages[m])
            if !b.inputs.isEmpty {
              for k in 0..<size {
                let input = b.inputs[(m * size + k) * size + j]
                if input != 0 { cost += input * log(prices[k][m]) }
              }
            }
            costs[j][m] = exp(cost)
          }
        }
        for j in 0..<size {
          for m in 0..<n where b.spending[j * n + m] > 0 {
            var sum = 0.0
            for i in 0..<n where base[j][m][i] > 0 {
              let flow = b.flow(sector: j, importer: m, exporter: i)
              let factor = costs[j][i] * (1 + shock.tariffs[flow]) / (1 + b.tariffs[flow])
              share[j][m][i] = base[j][m][i] * pow(factor, -theta[j])
              sum += share[j][m][i]
            }
            for i in 0..<n { share[j][m][i] /= sum }
            let price = pow(sum, -1 / theta[j])
            moved = max(moved, abs(price / prices[j][m] - 1))
            prices[j][m] = price
          }
        }
        if moved < tolerance / 10 { break }
      }
      var excess = [Double](repeating: 0, count: n)
      for _ in 0..<2000 {
        excess = b.deficit
        var output = [[Double]](repeating: [Double](repeating: 0, count: n), count: size)
        income = (0..<n).map { wages[$0] * b.valueAdded[$0] + b.deficit[$0] }
        for j in 0..<size {
          for m in 0..<n {
            for i in 0..<n {
              let flow = b.flow(sector: j, importer: m, exporter: i)
              let net = spent[j][m] * share[j][m][i] / (1 + shock.tariffs[flow])
              output[j][i] += net
              income[m] += spent[j][m] * share[j][m][i] - net
              if i != m {
                excess[i] += net
                excess[m] -= net
              }
            }
          }
        }
        var moved = 0.0
        for j in 0..<size {
          for m in 0..<n where b.spending[j * n + m] > 0 {
            var wanted = b.finalShare[j * n + m] * income[m]
            if !b.inputs.isEmpty {
              for k in 0..<size { wanted += b.inputs[(m * size + j) * size + k] * output[k][m] }
            }
            moved = max(moved, abs(wanted / spent[j][m] - 1))
            spent[j][m] = wanted
          }
        }
        if moved < tolerance / 10 { break }
      }
      let worst = (0..<n).map { abs(excess[$0]) / b.valueAdded[$0] }.max() ?? 0
      if worst < tolerance { break }
      if worst > last { step = max(step / 1.5, 0.02) }
      last = worst
      var world = 0.0
      for m in 0..<n {
        wages[m] *= 1 + step * excess[m] / (b.valueAdded[m] * wages[m])
        world += wages[m] * b.valueAdded[m]
      }
      for m in 0..<n { wages[m] *= b.worldValueAdded / world }
    }
    let before = b.income
    realIncome = (0..<n).map { m in
      let index = (0..<size).reduce(0.0) { $0 + b.finalShare[$1 * n + m] * log(prices[$1][m]) }
      return income[m] / before[m] / exp(index)
    }
  }
}
