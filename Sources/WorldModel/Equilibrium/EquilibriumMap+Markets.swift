import Foundation

/// Costs, trade and spending of a round.
extension EquilibriumMap {
  /// Unit costs, as powers `-theta`, each sector's scaled by its largest so that none overflows.
  func costs(at point: [Double]) {
    let count = layout.countries
    let sectors = layout.sectors
    for country in 0..<count {
      let cost = scratch.bySector.base
      for sector in 0..<sectors {
        cost[sector] =
          base.valueAddedShare[sector * count + country]
          * point[layout.wage(sector: sector, country: country)]
      }
      if let inputs {
        for input in 0..<sectors {
          DenseRow.add(
            point[layout.price(sector: input, country: country)],
            inputs.base + (country * sectors + input) * inputWidth, to: cost, inputWidth)
        }
      }
      for sector in 0..<sectors { scratch.cost[sector * width + country] = cost[sector] }
    }
    for sector in 0..<sectors {
      let row = scratch.cost.base + sector * width
      let power = scratch.power.base + sector * width
      var largest = -Double.infinity
      for country in 0..<count { largest = max(largest, -theta[sector] * row[country]) }
      scratch.scale[sector] = largest
      for country in 0..<count { power[country] = exp(-theta[sector] * row[country] - largest) }
    }
  }

  /// Prices, and each country's output, imports, exports and tariff revenue.
  func trade(at point: [Double], into next: inout [Double]) {
    let count = layout.countries
    scratch.clear()
    for sector in 0..<layout.sectors {
      let power = scratch.power.base + sector * width
      let output = scratch.output.base + sector * width
      for importer in 0..<count {
        let cell = sector * count + importer
        let spent = base.spending[cell]
        let place = layout.price(sector: sector, country: importer)
        guard spent > 0 else {
          next[place] = 0
          continue
        }
        let sum = DenseRow.dot(pull.base + cell * width, power, width)
        scratch.sum[cell] = sum
        next[place] = -(log(sum) + pullScale[cell] + scratch.scale[sector]) / theta[sector]
        balance.price = max(balance.price, (next[place] - point[place]).magnitude)
        let value = spent * exp(point[layout.spending(sector: sector, country: importer)])
        let each = value / sum
        scratch.each[cell] = each
        scratch.value[cell] = value
        let row = foreign.base + cell * width
        let pulled = DenseRow.dot(row, power, width)
        scratch.pulled[cell] = pulled
        let abroad = each * pulled
        let home = each * own[cell] * power[importer]
        DenseRow.add(each, row, to: output, width)
        scratch.home[cell] = home
        scratch.imports[importer] += abroad
        scratch.revenue[importer] += value - abroad - home
      }
      for exporter in 0..<count {
        scratch.drawn[sector * width + exporter] = output[exporter]
        let sold = output[exporter] * power[exporter]
        scratch.exports[exporter] += sold
        output[exporter] = sold + scratch.home[sector * count + exporter]
      }
    }
  }

  /// Incomes, spending, and wages moved towards balance.
  func settle(at point: [Double], into next: inout [Double]) -> Bool {
    let count = layout.countries
    let sectors = layout.sectors
    wagesPaid(at: point)
    let held = deficitsHeld()
    for country in 0..<count {
      let income = scratch.wages[country] + scratch.revenue[country] + held[country]
      guard income > 0, income.isFinite else { return false }
      scratch.income[country] = income
      let output = scratch.bySector.base
      for sector in 0..<sectors { output[sector] = scratch.output[sector * width + country] }
      for input in 0..<sectors {
        let cell = input * count + country
        guard base.spending[cell] > 0 else {
          next[layout.spending(sector: input, country: country)] = 0
          continue
        }
        var spent = base.finalShare[cell] * income
        if let inputs {
          spent += DenseRow.dot(
            inputs.base + (country * sectors + input) * inputWidth, output, inputWidth)
        }
        guard spent > 0 else { return false }
        scratch.spent[cell] = spent
        let place = layout.spending(sector: input, country: country)
        next[place] = log(spent / base.spending[cell])
        balance.spending = max(balance.spending, (next[place] - point[place]).magnitude)
      }
    }
    moveWages(at: point, into: &next, deficits: held)
    return true
  }
}
