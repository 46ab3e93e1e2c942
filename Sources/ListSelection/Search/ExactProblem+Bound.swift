extension ExactProblem {
  /// A Lagrangian bound with its prices.
  struct Bound {
    let prices: RowPrices
    /// In units of the prices' scale; without costs when the prices are to show impossibility.
    let total: Int128
    /// One a column, in the same units.
    let reduced: [Int128]

    /// The bound as a whole cost: costs are whole, so that it may be rounded up.
    var whole: Int128 { RowPrices.roundedUp(total, prices.scale) }

    /// What is settled by reduced costs: columns whose other value alone costs so much.
    func settled(atOrAbove threshold: Int128) -> [Bool?] {
      reduced.map { cost in
        RowPrices.roundedUp(total + Int128(cost.magnitude), prices.scale) >= threshold
          ? cost < 0 : nil
      }
    }
  }

  /// The bound that the duals of the image give.
  ///
  /// - Parameters:
  ///   - duals: one a row, in the units of the image; any numbers whatever.
  ///   - costs: `false` for a proof that nothing satisfies the rows.
  ///   - settled: one a column.
  func bound(duals: [Double], costs: Bool = true, settled: [Bool?]) -> Bound {
    var scale = 44
    while scale > 0 {
      if let prices = prices(duals, costs: costs, scale: scale),
        let bound = bound(prices, costs: costs, settled: settled)
      {
        return bound
      }
      scale -= 11
    }
    let none = RowPrices(scale: 0, prices: Array(repeating: 0, count: rows.count))
    return bound(none, costs: costs, settled: settled)
      ?? Bound(
        prices: none, total: Int128.min / 2, reduced: Array(repeating: 0, count: self.costs.count))
  }

  private func prices(_ duals: [Double], costs: Bool, scale: Int) -> RowPrices? {
    var prices: [Int128] = []
    for (index, dual) in duals.enumerated() {
      let unit = costs ? costUnit / rowUnits[index] : 1 / rowUnits[index]
      let price = (dual * unit * Double(sign: .plus, exponent: scale, significand: 1)).rounded()
      guard price.magnitude < 0x1p100 else { return nil }
      let usable = price > 0 ? rows[index].lower != nil : rows[index].upper != nil
      prices.append(usable ? Int128(price) : 0)
    }
    return RowPrices(scale: scale, prices: prices)
  }

  /// - Returns: `nil` when the sums could leave 126 bits.
  func bound(_ prices: RowPrices, costs: Bool = true, settled: [Bool?]) -> Bound? {
    guard fits(prices) else { return nil }
    var total: Int128 = 0
    var reduced = [Int128](repeating: 0, count: self.costs.count)
    if costs {
      total = offset << Int128(prices.scale)
      for (column, cost) in self.costs.enumerated() {
        reduced[column] = Int128(cost) << Int128(prices.scale)
      }
    }
    for (price, row) in zip(prices.prices, rows) where price != 0 {
      guard let bound = price > 0 ? row.lower : row.upper else { return nil }
      total &+= price &* bound
      for (column, value) in zip(row.columns, row.values) {
        reduced[column] &-= price &* Int128(value)
      }
    }
    for (column, cost) in reduced.enumerated() where settled[column] ?? (cost < 0) {
      total &+= cost
    }
    return Bound(prices: prices, total: total, reduced: reduced)
  }

  /// How many columns of a point are in part, and the one whose part in the rows, at their prices and by how far
  /// it is from whole, is worth most: what making it whole costs if nothing mends it.
  func largestLoss(
    _ relaxed: [Double], _ prices: RowPrices
  ) -> (column: Int?, size: Double, fractional: Int) {
    var part = [Double](repeating: 0, count: relaxed.count)
    for (index, row) in rows.enumerated() where prices.prices[index] != 0 {
      let price = abs(prices[index])
      for (column, value) in zip(row.columns, row.values) {
        part[column] = max(part[column], Double(value.magnitude) * price)
      }
    }
    var (found, most, count): (Int?, Double, Int) = (nil, 0, 0)
    for column in relaxed.indices where relaxed[column] > 1e-6 && relaxed[column] < 1 - 1e-6 {
      count += 1
      let size = min(relaxed[column], 1 - relaxed[column]) * (1e-9 + part[column])
      if size > most { (found, most) = (column, size) }
    }
    return (found, most, count)
  }

  /// Whether no sum of the bound can leave 126 bits, so that it needs no check on the way.
  private func fits(_ prices: RowPrices) -> Bool {
    let largestCost = Int128(costs.map(\.magnitude).max() ?? 0) << Int128(prices.scale)
    var column = largestCost
    var constant = Int128(offset.magnitude) << Int128(prices.scale)
    let limit = Int128(1) << 126
    guard offset.magnitude < UInt128(1) << 66 else { return false }
    for (price, row) in zip(prices.prices, rows) where price != 0 {
      let bound = max(row.lower?.magnitude ?? 0, row.upper?.magnitude ?? 0)
      let (ofColumn, first) = price.magnitude.multipliedReportingOverflow(
        by: UInt128(row.largest.magnitude))
      let (ofBound, second) = price.magnitude.multipliedReportingOverflow(by: bound)
      guard !first, !second, ofColumn < UInt128(limit), ofBound < UInt128(limit) else {
        return false
      }
      column = column &+ Int128(ofColumn)
      constant = constant &+ Int128(ofBound)
      guard column >= 0, constant >= 0, column < limit, constant < limit else { return false }
    }
    let (sum, overflow) = column.multipliedReportingOverflow(by: Int128(costs.count + 1))
    guard !overflow else { return false }
    let (all, more) = sum.addingReportingOverflow(constant)
    return !more && all < limit
  }
}

extension RowPrices {
  static func roundedUp(_ value: Int128, _ scale: Int) -> Int128 {
    let floor = value >> Int128(scale)
    return floor << Int128(scale) == value ? floor : floor + 1
  }
}
