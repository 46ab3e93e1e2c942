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
      for importer in 0..<countries {
        for exporter in 0..<countries {
          let cell = (sector * countries + importer) * countries + exporter
          let value = trade[cell]
          guard value > 0 else { continue }
          let duty = value * tariffs[cell]
          spending[sector * countries + importer] += value + duty
          output[sector * countries + exporter] += value
          revenue[importer] += duty
          if importer != exporter {
            deficit[importer] += value
            deficit[exporter] -= value
          }
        }
      }
    }
  }
}
