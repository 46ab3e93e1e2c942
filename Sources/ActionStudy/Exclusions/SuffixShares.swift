import TariffLaw
import TradeData

/// The share of a rate line's imports that a ten-digit code takes in, where the baseline has whole
/// lines: that of a later year's imports by ten-digit code, which the action itself may have changed.
struct SuffixShares {
  private let weights: ImportWeights
  private let originOf: [CountryCode: Int]

  /// - Throws: ``ArchiveError`` when the later imports are damaged or missing.
  init() throws(ArchiveError) {
    guard let weights = try ImportWeights.shipped(ImportWeights.names[0]) else {
      throw .missingSection(ImportWeights.names[0])
    }
    self.weights = weights
    var originOf: [CountryCode: Int] = [:]
    for (index, origin) in weights.origins.enumerated() {
      for country in origin.countries { originOf[country] = index }
    }
    self.originOf = originOf
  }

  /// The imports the shares are taken from.
  var source: String { weights.id }

  /// - Returns: `nil` where no later imports tell.
  func share(of code: HTSCode, from countries: [CountryCode]) -> Double? {
    let line = code.prefix(8)
    let origins = Set(countries.compactMap { originOf[$0] })
    var (own, all) = (0, 0)
    // The later imports have the code, under this number.
    var isKnown = false
    for origin in origins {
      let cells = weights.cells[origin]
      var low = 0
      var high = cells.count
      while low < high {
        let middle = (low + high) / 2
        if weights.codes[cells[middle].code] < line { low = middle + 1 } else { high = middle }
      }
      while low < cells.count, line.contains(weights.codes[cells[low].code]) {
        all += cells[low].value
        if weights.codes[cells[low].code] == code {
          own += cells[low].value
          isKnown = true
        }
        low += 1
      }
    }
    return isKnown && all > 0 ? Double(own) / Double(all) : nil
  }
}
