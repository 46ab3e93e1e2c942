extension WorldBase {
  /// Accounts that close by what is left: of output, value added is what inputs leave, and of spending,
  /// households buy what industries leave.
  ///
  /// - Parameter inputs: by country, input, using sector, of a dollar of output.
  package init(
    countries: [WorldCountry], sectors: [WorldSector], trade: [Double], tariffs: [Double],
    inputs: [Double], notes: [String]
  ) {
    let count = countries.count
    let size = sectors.count
    let sums = FlowSums(trade: trade, tariffs: tariffs, sectors: size, countries: count)
    var added = [Double](repeating: 1, count: size * count)
    var final = sums.spending
    for country in 0..<count {
      for input in 0..<size {
        let row = (country * size + input) * size
        for using in 0..<size {
          added[using * count + country] -= inputs[row + using]
          final[input * count + country] -=
            inputs[row + using] * sums.output[using * count + country]
        }
      }
    }
    self.init(
      countries: countries, sectors: sectors, trade: trade, tariffs: tariffs, inputs: inputs,
      valueAddedShare: added, finalSpending: final.map { max($0, 0) }, notes: notes,
      sums: sums)
  }
}
