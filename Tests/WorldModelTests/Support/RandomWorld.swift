import Foundation
import TestSupport

import WorldModel

/// Small worlds that are drawn, the same for a seed.
struct RandomWorld {
  var countries = 4
  var sectors = 3
  var inputOutput = true
  /// Whether every country makes and buys some of everything.
  var complete = false
  var tariffs = true
  /// How much larger own trade is than what comes from abroad.
  var home = 12.0

  func draft(seed: Int) -> BaseDraft {
    var random = SplitMix(seed: seed)
    func unit() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
    let size = sectors * countries * countries
    var trade = [Double](repeating: 0, count: size)
    var rates = trade
    for sector in 0..<sectors {
      for importer in 0..<countries {
        let buysNothing = !complete && sector > 0 && unit() < 0.06
        for exporter in 0..<countries {
          let cell = (sector * countries + importer) * countries + exporter
          let (value, isTraded, rate) = (exp(2 * unit()), unit() > 0.25, unit())
          if importer == exporter {
            let makes = complete || sector == 0 || unit() > 0.06
            trade[cell] = makes && !buysNothing ? home * value : 0
          } else if isTraded || (importer + 1) % countries == exporter {
            trade[cell] = buysNothing ? 0 : value
            if tariffs, rate > 0.3 { rates[cell] = 0.5 * (rate - 0.3) }
          }
        }
      }
    }
    var shares = [Double](repeating: 1, count: sectors * countries)
    var inputs: [Double] = []
    if inputOutput {
      inputs = [Double](repeating: 0, count: countries * sectors * sectors)
      for cell in shares.indices { shares[cell] = 0.4 + 0.5 * unit() }
      for country in 0..<countries {
        for using in 0..<sectors {
          var column = (0..<sectors).map { _ in unit() }
          let sum = column.reduce(0, +)
          for input in 0..<sectors { column[input] /= sum }
          for input in 0..<sectors {
            inputs[(country * sectors + input) * sectors + using] = column[input]
          }
        }
      }
    }
    return BaseDraft(
      countries: (0..<countries).map { WorldCountry(code: "C\($0)", name: "Country \($0)") },
      sectors: (0..<sectors).map {
        WorldSector(
          code: "S\($0)", name: "Sector \($0)", isTradable: $0 + 1 < sectors,
          thetas: ["": 2 + 7 * unit()])
      }, trade: trade, tariffs: rates, inputShares: inputs, valueAddedShare: shares,
      finalShare: nil)
  }

  func base(seed: Int) throws -> WorldBase { try draft(seed: seed).balanced() }

  /// New rates on some flows: some higher, some gone.
  static func shock(_ base: WorldBase, seed: Int) -> WorldShock {
    var random = SplitMix(seed: seed ^ 0x5EED)
    var shock = WorldShock(base)
    let count = base.countryCount
    for flow in shock.tariffs.indices where flow % count != flow / count % count {
      let draw = Double(random.next() >> 11) / Double(1 << 53)
      if draw < 0.3 { shock.tariffs[flow] += draw }
      if draw > 0.85 { shock.tariffs[flow] = 0 }
    }
    return shock
  }
}
