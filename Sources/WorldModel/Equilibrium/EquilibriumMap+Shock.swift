import Foundation

/// What a base and a shock make of the map before any round.
extension EquilibriumMap {
  /// One plus the fall of sales with the wage: theta times the wage's share of cost, less what the seller
  /// itself is of its markets.
  static func sectorDamping(_ base: WorldBase, _ theta: [Double]) -> [Double] {
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

  static func openings(
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
  func layRow(_ cell: Int, _ shock: WorldShock, share: Double) {
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
}
