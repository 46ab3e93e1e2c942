import JSONText

extension WorldMap {
  /// The change of real income of each country, from a list of countries of an answer about worlds.
  ///
  /// - Parameters:
  ///   - answer: the document, which names the countries of its base.
  ///   - countries: the list in it.
  ///   - what: what it is the change by.
  /// - Throws: ``JSONShapeError`` when the answer is of another kind.
  init(
    realIncome countries: JSONPlace, of answer: JSONPlace, _ what: String
  ) throws(JSONShapeError) {
    let regions = try RegionNames(answer)
    var rows: [Row] = []
    for item in try countries.items() {
      let place = try item.at("code")
      let code = try place.text()
      guard let region = regions[code] else { throw place.lacking("a country of the base") }
      rows.append(
        Row(
          region.name, countries: region.countries, try item.at("real_income_pct").number()))
    }
    self.init(
      title: "Real income by country",
      subtitle: "\(what). Percent of the base; income over the price index.", rows: rows,
      unit: .percent)
  }
}
