import Foundation
import WorldModel

/// A world of any size: trade falls with distance on a circle, some pairs do not trade.
enum DrawnWorld {
  static func base(countries: Int, sectors: Int, seed: UInt64) throws -> WorldBase {
    var state = seed
    func unit() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let sizes = (0..<countries).map { _ in exp(3 * unit()) }
    var trade = [Double](repeating: 0, count: sectors * countries * countries)
    var tariffs = trade
    for sector in 0..<sectors {
      for importer in 0..<countries {
        for exporter in 0..<countries {
          let flow = (sector * countries + importer) * countries + exporter
          let apart = abs(importer - exporter)
          let distance = Double(min(apart, countries - apart)) / Double(countries)
          let (size, chance) = (sizes[importer] * sizes[exporter] * exp(unit()), unit())
          if importer == exporter {
            trade[flow] = 20 * sizes[importer] * exp(unit())
          } else if chance > 0.2 {
            trade[flow] = size / Double(countries) / (0.1 + distance)
            tariffs[flow] = 0.2 * unit()
          }
        }
      }
    }
    var shares = [Double](repeating: 0, count: countries * sectors * sectors)
    for country in 0..<countries {
      for using in 0..<sectors {
        let column = (0..<sectors).map { $0 == using ? Double(sectors) / 4 : unit() }
        let sum = column.reduce(0, +)
        for input in 0..<sectors {
          shares[(country * sectors + input) * sectors + using] = column[input] / sum
        }
      }
    }
    return try BaseDraft(
      countries: (0..<countries).map { WorldCountry(code: "C\($0)", name: "C\($0)") },
      sectors: (0..<sectors).map {
        WorldSector(
          code: "S\($0)", name: "S\($0)", isTradable: $0 < sectors / 2,
          thetas: ["": 3 + 5 * unit()])
      }, trade: trade, tariffs: tariffs, inputShares: shares,
      valueAddedShare: (0..<(sectors * countries)).map { _ in 0.4 + 0.3 * unit() }, finalShare: nil
    ).balanced()
  }
}
