/// What flows and tariffs come to: spending, output, revenue and deficits.
struct FlowSums {
  /// Spending with the tariff, by sector and country.
  var spending: [Double]
  /// Sales net of tariff, by sector and country.
  var output: [Double]
  /// By country.
  var revenue: [Double]
  /// Imports less exports, net of tariff, by country.
  var deficit: [Double]

  init(trade: [Double], tariffs: [Double], sectors: Int, countries: Int) {
    spending = [Double](repeating: 0, count: sectors * countries)
    output = spending
    revenue = [Double](repeating: 0, count: countries)
    deficit = revenue
    for sector in 0..<sectors {
      let cells = sector * countries
      for importer in 0..<countries {
        let row = (cells + importer) * countries
        var duty = 0.0
        var bought = 0.0
        for exporter in 0..<countries {
          let value = trade[row + exporter]
          guard value > 0 else { continue }
          duty += value * tariffs[row + exporter]
          bought += value
          output[cells + exporter] += value
          deficit[exporter] -= value
        }
        spending[cells + importer] = bought + duty
        revenue[importer] += duty
        deficit[importer] += bought
      }
    }
  }
}
