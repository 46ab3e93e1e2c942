/// Fits industries' purchases to what there is to buy.
///
/// Where industries would buy more of a sector than a country spends on it, their purchases of it are
/// scaled down to that, and each industry's purchases of other inputs up to what it spends on inputs, in
/// turns, until both hold (iterative proportional fitting, Deming and Stephan 1940, with ceilings for
/// one margin). Trade, output and value added stay as they are.
struct InputFit {
  /// Purchases in money, by country, input, using sector.
  private var purchases: [Double]
  private let wanted: [Double]
  /// What each industry spends on inputs, by country and sector.
  private let budgets: [Double]
  /// By country and input.
  private let ceilings: [Double]
  private(set) var valueAddedShare: [Double]
  private let countries: Int
  private let sectors: Int

  init(draft: BaseDraft, sums: FlowSums) {
    let countries = draft.countries.count
    let sectors = draft.sectors.count
    self.countries = countries
    self.sectors = sectors
    var shares = draft.valueAddedShare
    var purchases = draft.inputShares
    var budgets = [Double](repeating: 0, count: countries * sectors)
    var ceilings = budgets
    for country in 0..<countries {
      for using in 0..<sectors {
        let cell = using * countries + country
        var total = 0.0
        for input in 0..<sectors {
          total += draft.inputShares[(country * sectors + input) * sectors + using]
        }
        if total == 0 { shares[cell] = 1 }
        let budget = (1 - shares[cell]) * sums.output[cell]
        budgets[country * sectors + using] = budget
        for input in 0..<sectors where total > 0 {
          purchases[(country * sectors + input) * sectors + using] *= budget / total
        }
        ceilings[country * sectors + using] = sums.spending[cell]
      }
    }
    valueAddedShare = shares
    self.purchases = purchases
    wanted = purchases
    self.budgets = budgets
    self.ceilings = ceilings
  }

  /// Rounding of sums over sectors, relative to them.
  private static let rounding = 1e-13

  /// - Returns: a country whose industries cannot be fitted, if there is one.
  mutating func settle() -> Int? {
    for country in 0..<countries {
      var turns = 0
      while lower(country) > Self.rounding {
        guard turns < 20_000 else { return country }
        raise(country)
        turns += 1
      }
      if !isPaid(country) { return country }
    }
    return nil
  }

  /// Whether every industry spends what it has to.
  private func isPaid(_ country: Int) -> Bool {
    (0..<sectors).allSatisfy { using in
      let total = (0..<sectors).reduce(0) {
        $0 + purchases[(country * sectors + $1) * sectors + using]
      }
      let budget = budgets[country * sectors + using]
      return (total - budget).magnitude <= 1e-11 * budget
    }
  }

  /// Scales purchases of what is short down to the ceiling.
  ///
  /// - Returns: by how much the worst ceiling was exceeded, relative to it.
  private mutating func lower(_ country: Int) -> Double {
    var worst = 0.0
    for input in 0..<sectors {
      let row = (country * sectors + input) * sectors
      let total = (0..<sectors).reduce(0) { $0 + purchases[row + $1] }
      let ceiling = ceilings[country * sectors + input]
      guard total > ceiling else { continue }
      worst = max(worst, ceiling > 0 ? total / ceiling - 1 : 1)
      for using in 0..<sectors { purchases[row + using] *= ceiling / total }
    }
    return worst
  }

  /// Scales each industry's purchases to its budget.
  private mutating func raise(_ country: Int) {
    for using in 0..<sectors {
      var total = 0.0
      for input in 0..<sectors { total += purchases[(country * sectors + input) * sectors + using] }
      guard total > 0 else { continue }
      let factor = budgets[country * sectors + using] / total
      for input in 0..<sectors {
        purchases[(country * sectors + input) * sectors + using] *= factor
      }
    }
  }

  /// Of a dollar of output, by country, input, using sector.
  func inputs(output: [Double]) -> [Double] {
    var inputs = purchases
    for country in 0..<countries {
      for using in 0..<sectors {
        let cell = using * countries + country
        var total = 0.0
        for input in 0..<sectors {
          total += purchases[(country * sectors + input) * sectors + using]
        }
        // What the last turn of the fit left over stays inside of the industry's budget.
        let scale = total > 0 ? (1 - valueAddedShare[cell]) / total : 0
        for input in 0..<sectors {
          inputs[(country * sectors + input) * sectors + using] *= scale
        }
      }
    }
    return inputs
  }

  /// What is left to households, by sector and country.
  func households(spending: [Double]) -> [Double] {
    var left = spending
    for country in 0..<countries {
      for input in 0..<sectors {
        let row = (country * sectors + input) * sectors
        let bought = (0..<sectors).reduce(0) { $0 + purchases[row + $1] }
        let rest = spending[input * countries + country] - bought
        // Below this, the rest is rounding of the purchases.
        left[input * countries + country] =
          rest > 1e-12 * spending[input * countries + country] ? rest : 0
      }
    }
    return left
  }

  /// What was moved, in words, when it was more than rounding.
  func note(countries: [WorldCountry], sectors: [WorldSector]) -> String? {
    var moved = 0.0
    var total = 0.0
    var worst = (share: 0.0, country: 0, input: 0)
    for country in 0..<self.countries {
      for input in 0..<self.sectors {
        var before = 0.0
        var after = 0.0
        for using in 0..<self.sectors {
          let cell = (country * self.sectors + input) * self.sectors + using
          moved += (purchases[cell] - wanted[cell]).magnitude / 2
          total += wanted[cell]
          before += wanted[cell]
          after += purchases[cell]
        }
        if before - after > worst.share { worst = (before - after, country, input) }
      }
    }
    guard moved > 1e-7 * total else { return nil }
    let percent = (moved / total * 1e4).rounded() / 100
    return
      "io: industries would buy more of some sectors than there is; \(percent)% of purchases moved "
      + "to other inputs, most in sector \(sectors[worst.input].code) of "
      + "\(countries[worst.country].code); trade and value added unchanged"
  }
}
