import Foundation

/// One round of the world's markets: wages and prices to costs, costs to trade, trade to spending, and
/// wages moved towards balance. Its fixed point is the equilibrium.
///
/// Caliendo and Parro (2015), equations 10 to 14, in changes: unit costs are Cobb-Douglas in the wage and
/// the prices of inputs; a share of spending falls with the power `-theta` of cost and tariff; households
/// spend wages, tariff revenue and the deficit. Labour markets clear when trade balances up to the
/// deficit (Walras), and it is the trade balance, relative to trade, that moves wages, so that a country
/// which hardly trades is solved as exactly as one that does.
final class EquilibriumMap {
  let layout: StateLayout
  let base: WorldBase
  let theta: [Double]
  let deficits: DeficitRule
  /// Countries and sectors rounded up to whole lanes.
  let width: Int
  let inputWidth: Int
  /// Base shares times the power of what the shock does to cost, by sector, importer, exporter, each
  /// importer's scaled by its largest so that a prohibitive tariff leaves digits.
  let pull: DenseStore
  /// The logarithms of those scales, by sector and importer.
  private let pullScale: DenseStore
  /// The same net of tariff, own trade left out.
  let foreign: DenseStore
  /// The same net of tariff for own trade, by sector and country.
  let own: DenseStore
  /// Inputs of a dollar of output, by country, input, using sector.
  let inputs: DenseStore?
  /// How much more than the wage a sector's labour market moves when its wage does, by sector and country;
  /// empty when labour is mobile.
  let sectorDamping: [Double]
  /// Whether each country may sell abroad and buy abroad.
  let opening: [(sells: Bool, buys: Bool)]
  let scratch: Scratch
  /// Deficits in money, and in shares of value added and tariff revenue.
  private let deficit: [Double]
  let deficitShare: [Double]

  /// What a round found besides the next point.
  struct Balance {
    var price = 0.0
    var spending = 0.0
    /// Relative to trade.
    var trade = 0.0
    /// Exports less imports plus the deficit, relative to value added.
    var excessDemand = 0.0
    var labour = 0.0

    /// The largest relative error of any equation.
    var residual: Double { max(price, spending, max(trade, labour)) }
  }

  /// What the world trades, makes and earns at a point.
  struct Accounts {
    var trade: [Double]
    var output: [Double]
    var income: [Double]
    var deficits: [Double]
  }

  private(set) var balance = Balance()

  /// How far wages move for a relative imbalance of trade of one.
  static let wageStep = 0.12
  /// The same where labour is fixed, and sectors' own markets move their wages besides.
  static let sectorWageStep = 0.06
  /// The logarithm of a wage that is none: of labour that cannot leave a sector nobody buys from.
  private static let unpaid = -60.0

  /// - Parameters:
  ///   - share: how far along the way from the base to the shock, from 0 to 1.
  init(
    _ base: WorldBase, _ shock: WorldShock, theta: [Double], options: SolverOptions, share: Double
  ) {
    let count = base.countryCount
    let sectors = base.sectorCount
    self.base = base
    self.theta = theta
    layout = StateLayout(countries: count, sectors: sectors, labour: options.labour)
    deficits = options.deficits
    width = DenseRow.padded(count)
    inputWidth = DenseRow.padded(sectors)
    deficit =
      options.deficits == .balanced ? [Double](repeating: 0, count: count) : base.deficit
    deficitShare = base.countries.indices.map {
      base.deficit[$0] / (base.valueAdded[$0] + base.revenue[$0])
    }
    pull = DenseStore(sectors * count * width)
    pullScale = DenseStore(sectors * count)
    foreign = DenseStore(sectors * count * width)
    own = DenseStore(sectors * count)
    scratch = Scratch(countries: count, sectors: sectors, width: width, inputWidth: inputWidth)
    if base.inputs.isEmpty {
      inputs = nil
    } else {
      let store = DenseStore(count * sectors * inputWidth)
      for row in 0..<(count * sectors) {
        for using in 0..<sectors {
          store[row * inputWidth + using] = base.inputs[row * sectors + using]
        }
      }
      inputs = store
    }
    opening = Self.openings(base, shock)
    sectorDamping = options.labour == .fixed ? Self.sectorDamping(base, theta) : []
    for cell in 0..<(sectors * count) where base.spending[cell] > 0 {
      layRow(cell, shock, share: share)
    }
  }

  /// One plus the fall of sales with the wage: theta times the wage's share of cost, less what the seller
  /// itself is of its markets.
  private static func sectorDamping(_ base: WorldBase, _ theta: [Double]) -> [Double] {
    let count = base.countryCount
    var ownWeight = [Double](repeating: 0, count: base.output.count)
    for flow in base.trade.indices where base.trade[flow] > 0 {
      let cell = flow / count
      let share = base.trade[flow] * (1 + base.tariffs[flow]) / base.spending[cell]
      let seller = cell / count * count + flow % count
      ownWeight[seller] += base.trade[flow] / base.output[seller] * share
    }
    return ownWeight.indices.map {
      1 + theta[$0 / count] * base.valueAddedShare[$0] * (1 - ownWeight[$0])
    }
  }

  private static func openings(
    _ base: WorldBase, _ shock: WorldShock
  ) -> [(sells: Bool, buys: Bool)] {
    let count = base.countryCount
    var found = [(sells: Bool, buys: Bool)](repeating: (false, false), count: count)
    for flow in base.trade.indices
    where base.trade[flow] > 0 && shock.tariffs[flow].isFinite
      && (shock.tradeCosts.isEmpty || shock.tradeCosts[flow].isFinite)
    {
      let importer = flow / count % count
      let exporter = flow % count
      guard importer != exporter else { continue }
      found[importer].buys = true
      found[exporter].sells = true
    }
    return found
  }

  /// What an importer's shares become before costs move.
  private func layRow(_ cell: Int, _ shock: WorldShock, share: Double) {
    let count = layout.countries
    let sector = cell / count
    let importer = cell % count
    var logs = [Double](repeating: -.infinity, count: count)
    var nets = [Double](repeating: 0, count: count)
    for exporter in 0..<count {
      let flow = cell * count + exporter
      guard base.trade[flow] > 0 else { continue }
      let before = 1 / (1 + base.tariffs[flow])
      // The part of the price that is not tariff goes down in a straight line: it reaches a ban.
      nets[exporter] = before + share * (1 / (1 + shock.tariffs[flow]) - before)
      guard before > 0, nets[exporter] > 0 else { continue }
      let costs = shock.tradeCosts.isEmpty ? 0 : share * log(shock.tradeCosts[flow])
      let gross = base.trade[flow] * (1 + base.tariffs[flow]) / base.spending[cell]
      logs[exporter] = log(gross) + theta[sector] * (log(nets[exporter] / before) - costs)
    }
    let largest = logs.max() ?? -.infinity
    guard largest > -.infinity else { return }
    pullScale[cell] = largest
    for exporter in 0..<count where logs[exporter] > -.infinity {
      let scaled = exp(logs[exporter] - largest)
      pull[cell * width + exporter] = scaled
      if importer == exporter {
        own[cell] = scaled * nets[exporter]
      } else {
        foreign[cell * width + exporter] = scaled * nets[exporter]
      }
    }
  }

  /// The sector and importer nobody is left to sell to, if there is one.
  var deserted: (sector: Int, importer: Int)? {
    for cell in 0..<layout.cellCount where base.spending[cell] > 0 {
      let row = pull.base + cell * width
      if !(0..<width).contains(where: { row[$0] > 0 }) {
        return (cell / layout.countries, cell % layout.countries)
      }
    }
    return nil
  }

  /// A country whose trade no wage can balance: it may only sell abroad, or only buy, or neither, and
  /// its deficit asks for more.
  var unbalanced: (country: Int, sells: Bool, buys: Bool)? {
    for country in 0..<layout.countries {
      let sells = opening[country].sells
      let buys = opening[country].buys
      // Rounding of the accounts is no deficit.
      let owed =
        deficit[country].magnitude > 1e-8 * base.valueAdded[country] ? deficit[country] : 0
      let canBalance = (buys || owed < 0 || !sells) && (sells || owed > 0 || !buys)
      let canPay = (buys || owed <= 0) && (sells || owed >= 0)
      if !canBalance || !canPay { return (country, sells, buys) }
    }
    return nil
  }

  /// The next point.
  ///
  /// - Returns: the largest relative error of any equation at the point, or `nil` where the equations
  ///   have no meaning there.
  func image(_ point: [Double], into next: inout [Double]) -> Double? {
    costs(at: point)
    balance = Balance()
    trade(at: point, into: &next)
    guard settle(at: point, into: &next) else { return nil }
    return balance.residual
  }

  /// Unit costs, as powers `-theta`, each sector's scaled by its largest so that none overflows.
  private func costs(at point: [Double]) {
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
  private func trade(at point: [Double], into next: inout [Double]) {
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
  private func settle(at point: [Double], into next: inout [Double]) -> Bool {
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

  /// Value added at the point's wages, by country.
  private func wagesPaid(at point: [Double]) {
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

  private func moveWages(
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
  private func moveSectorWages(
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

  /// What the world trades at a point: by sector, importer, exporter, net of tariff; incomes by country.
  func accounts(at point: [Double]) -> Accounts {
    var next = point
    _ = image(point, into: &next)
    let count = layout.countries
    var trade = [Double](repeating: 0, count: base.trade.count)
    var output = [Double](repeating: 0, count: layout.cellCount)
    for sector in 0..<layout.sectors {
      for importer in 0..<count {
        let cell = sector * count + importer
        guard base.spending[cell] > 0 else { continue }
        let power = scratch.power.base + sector * width
        let sum = DenseRow.dot(pull.base + cell * width, power, width)
        let each =
          base.spending[cell] * exp(point[layout.spending(sector: sector, country: importer)]) / sum
        for exporter in 0..<count {
          let pulled = exporter == importer ? own[cell] : foreign[cell * width + exporter]
          trade[cell * count + exporter] = each * pulled * power[exporter]
        }
      }
      for country in 0..<count {
        output[sector * count + country] = scratch.output[sector * width + country]
      }
    }
    let held = deficitsHeld()
    let income = base.countries.indices.map {
      scratch.wages[$0] + scratch.revenue[$0] + held[$0]
    }
    return Accounts(trade: trade, output: output, income: income, deficits: held)
  }

  /// Unit costs at the last point, as logarithms of new over base, by sector and country.
  var unitCosts: [Double] {
    let count = layout.countries
    return (0..<layout.cellCount).map { scratch.cost[$0 / count * width + $0 % count] }
  }
}
