import Foundation

/// The round of markets run backwards: from what its results are worth to what its point, and the tariffs,
/// are worth (reverse accumulation; Griewank and Walther 2008, chapter 3).
extension EquilibriumMap {
  /// Weights on the results of a round.
  struct Weights {
    /// On the next point.
    var next: [Double]
    /// On incomes, by country.
    var income: [Double]
  }

  /// Weights carried back to tariffs: on the logarithm of each entry of ``pull`` and of ``foreign``.
  struct FlowWeights {
    var pull: [Double]
    var foreign: [Double]
  }

  /// The weights on the point, given those on the results of the last round, which must have been at it.
  ///
  /// - Parameter flows: filled with the weights on shares, by sector, importer, exporter, when asked for.
  func reverse(
    _ weights: Weights, at point: [Double], flows: UnsafeMutablePointer<FlowWeights>? = nil
  ) -> [Double] {
    var back = [Double](repeating: 0, count: layout.count)
    var carried = CarriedWeights(layout, width: width)
    reverseWages(weights, at: point, &back, &carried)
    reverseSpending(weights, &carried)
    reverseIncome(weights, at: point, &back, &carried)
    reverseTrade(weights, &back, &carried, flows)
    reverseCosts(&back, carried)
    return back
  }

  /// Weights on what a round works out between its point and its results.
  private struct CarriedWeights {
    var exports: [Double]
    var imports: [Double]
    var held: [Double]
    var income: [Double]
    var revenue: [Double]
    /// By sector and country.
    var output: [Double]
    /// By sector and country, in whole lanes.
    let power: DenseStore

    init(_ layout: StateLayout, width: Int) {
      exports = [Double](repeating: 0, count: layout.countries)
      imports = exports
      held = exports
      income = exports
      revenue = exports
      output = [Double](repeating: 0, count: layout.cellCount)
      power = DenseStore(layout.sectors * width)
    }
  }

  private func reverseWages(
    _ weights: Weights, at point: [Double], _ back: inout [Double], _ carried: inout CarriedWeights
  ) {
    let count = layout.countries
    let wages = 0..<layout.wageCount
    let total = wages.reduce(0) { $0 + weights.next[$1] }
    let held = deficitsHeld()
    // The level of wages is set by value added at the moved wages, which at rest are the point's.
    let world = base.worldValueAdded
    for country in 0..<count {
      var onStep = 0.0
      if layout.labour == .mobile {
        let share = scratch.wages[country] / world
        onStep = weights.next[country] - share * total
        back[country] += onStep
      } else {
        for sector in 0..<layout.sectors {
          let cell = sector * count + country
          let before = base.valueAddedShare[cell] * base.output[cell]
          let output = scratch.output[sector * width + country]
          // The wage of labour that is not there, or that nobody pays, stays where it is.
          guard before > 0, output > 0 else { continue }
          let onMove = weights.next[cell] - exp(point[cell]) * before / world * total
          onStep += onMove
          let step = onMove / sectorDamping[cell]
          carried.output[cell] += step / output
          back[cell] += onMove - step
        }
      }
      guard opening[country].sells || opening[country].buys else { continue }
      let onGap =
        (layout.labour == .mobile ? Self.wageStep : Self.sectorWageStep) * onStep
      let sold = scratch.exports[country] + max(held[country], 0)
      let bought = scratch.imports[country] + max(-held[country], 0)
      carried.exports[country] += onGap / sold
      carried.imports[country] -= onGap / bought
      carried.held[country] +=
        held[country] > 0 ? onGap / sold : held[country] < 0 ? onGap / bought : 0
    }
  }

  private func reverseSpending(_ weights: Weights, _ carried: inout CarriedWeights) {
    let count = layout.countries
    let row = DenseStore(inputWidth)
    for country in 0..<count {
      carried.income[country] += weights.income[country]
      row.clear()
      for sector in 0..<layout.sectors where scratch.spent[sector * count + country] > 0 {
        let cell = sector * count + country
        let onSpent =
          weights.next[layout.spending(sector: sector, country: country)] / scratch.spent[cell]
        carried.income[country] += base.finalShare[cell] * onSpent
        if let inputs {
          DenseRow.add(
            onSpent, inputs.base + (country * layout.sectors + sector) * inputWidth, to: row.base,
            inputWidth)
        }
      }
      for sector in 0..<layout.sectors { carried.output[sector * count + country] += row[sector] }
    }
  }

  private func reverseIncome(
    _ weights: Weights, at point: [Double], _ back: inout [Double], _ carried: inout CarriedWeights
  ) {
    let count = layout.countries
    var onWages = carried.income
    for country in 0..<count {
      carried.revenue[country] += carried.income[country]
      carried.held[country] += carried.income[country]
    }
    if deficits == .proportional {
      let income = (0..<count).map { scratch.wages[$0] + scratch.revenue[$0] }
      let world = income.reduce(0, +)
      let residual = zip(deficitShare, income).reduce(0) { $0 + $1.0 * $1.1 } / world
      let onResidual = -zip(income, carried.held).reduce(0) { $0 + $1.0 * $1.1 }
      for country in 0..<count {
        let surplus = deficitShare[country] - residual
        let onIncome = surplus * carried.held[country] + onResidual * surplus / world
        onWages[country] += onIncome
        carried.revenue[country] += onIncome
      }
    }
    for country in 0..<count {
      if layout.labour == .mobile {
        back[country] += onWages[country] * scratch.wages[country]
      } else {
        for sector in 0..<layout.sectors {
          let cell = sector * count + country
          back[cell] +=
            onWages[country] * exp(point[cell]) * base.valueAddedShare[cell] * base.output[cell]
        }
      }
    }
  }

  private func reverseTrade(
    _ weights: Weights, _ back: inout [Double], _ carried: inout CarriedWeights,
    _ flows: UnsafeMutablePointer<FlowWeights>?
  ) {
    let count = layout.countries
    let onSold = DenseStore(width)
    let soldPower = DenseStore(width)
    for sector in 0..<layout.sectors {
      let power = scratch.power.base + sector * width
      let onPower = carried.power.base + sector * width
      for exporter in 0..<count {
        let weight = carried.output[sector * count + exporter] + carried.exports[exporter]
        onSold[exporter] = weight
        soldPower[exporter] = weight * power[exporter]
        onPower[exporter] += weight * scratch.drawn[sector * width + exporter]
      }
      for importer in 0..<count {
        let cell = sector * count + importer
        guard base.spending[cell] > 0 else { continue }
        let row = foreign.base + cell * width
        let sum = scratch.sum[cell]
        let each = scratch.each[cell]
        let onAbroad = carried.imports[importer] - carried.revenue[importer]
        let onHome = carried.output[cell] - carried.revenue[importer]
        let onEach =
          onAbroad * scratch.pulled[cell] + onHome * own[cell] * power[importer]
          + DenseRow.dot(row, soldPower.base, width)
        let onValue = carried.revenue[importer] + onEach / sum
        back[layout.spending(sector: sector, country: importer)] += onValue * scratch.value[cell]
        let onSum =
          -onEach * each / sum
          - weights.next[layout.price(sector: sector, country: importer)] / (theta[sector] * sum)
        DenseRow.add(each * onAbroad, row, to: onPower, width)
        DenseRow.add(onSum, pull.base + cell * width, to: onPower, width)
        onPower[importer] += each * own[cell] * onHome
        guard let flows else { continue }
        for exporter in 0..<count {
          let flow = cell * count + exporter
          let place = cell * width + exporter
          flows.pointee.pull[flow] = onSum * power[exporter] * pull[place]
          flows.pointee.foreign[flow] =
            each * power[exporter] * (onAbroad + onSold[exporter]) * foreign[place]
        }
      }
    }
  }

  private func reverseCosts(_ back: inout [Double], _ carried: CarriedWeights) {
    let count = layout.countries
    let onCost = DenseStore(inputWidth)
    for country in 0..<count {
      for sector in 0..<layout.sectors {
        let place = sector * width + country
        onCost[sector] = -theta[sector] * carried.power[place] * scratch.power[place]
        back[layout.wage(sector: sector, country: country)] +=
          base.valueAddedShare[sector * count + country] * onCost[sector]
      }
      guard let inputs else { continue }
      for input in 0..<layout.sectors {
        back[layout.price(sector: input, country: country)] += DenseRow.dot(
          inputs.base + (country * layout.sectors + input) * inputWidth, onCost.base, inputWidth)
      }
    }
  }
}
