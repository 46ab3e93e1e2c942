import Foundation
import TariffLaw
import TradeData

/// Imports of 2024 of one code from one country.
struct Flow {
  let code: [UInt8]
  let origin: [UInt8]
  /// Dollars.
  let value: Int
  /// The first in which the schedule has it reported; empty where there is none.
  let unit: [UInt8]

  /// Those of the shipped set that name one country and all ten digits.
  ///
  /// - Parameter book: names the units, as of the start of 2024.
  static func shipped(_ book: LawBook? = nil) throws -> [Flow] {
    guard let weights = try ImportWeights.shipped("us-imports-2024") else { return [] }
    let day = Day("2024-01-01")
    let units = weights.codes.map { code -> [UInt8] in
      guard let book, let day, let unit = book.units(of: code, on: day).first else { return [] }
      return Array(unit.name.utf8)
    }
    var flows: [Flow] = []
    for (origin, cells) in zip(weights.origins, weights.cells) {
      guard origin.countries.count == 1, let country = origin.countries.first else { continue }
      for cell in cells where cell.value > 0 && weights.codes[cell.code].length == 10 {
        flows.append(
          Flow(
            code: Array(weights.codes[cell.code].digits.utf8), origin: Array(country.text.utf8),
            value: cell.value, unit: units[cell.code]))
      }
    }
    return flows
  }

  /// Writes them as CSV, for benchmarks in other languages.
  static func write(to path: String) throws {
    var text = "hts,origin,value\n"
    for flow in try shipped() {
      text += String(decoding: flow.code, as: UTF8.self) + ","
      text += String(decoding: flow.origin, as: UTF8.self) + ",\(flow.value)\n"
    }
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  }
}
