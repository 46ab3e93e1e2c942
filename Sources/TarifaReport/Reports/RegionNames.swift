import JSONText

/// The countries and regions of a world base, by their codes, as an answer about worlds names them.
struct RegionNames {
  struct Region {
    let name: String
    /// Two letters each; none for the rest of the world.
    let countries: [String]
  }

  private let regions: [String: Region]

  /// - Throws: ``JSONShapeError`` when the answer does not name its base's regions.
  init(_ answer: JSONPlace) throws(JSONShapeError) {
    var regions: [String: Region] = [:]
    for region in try answer.at("base", "regions").items() {
      var countries: [String] = []
      for country in try region.at("countries").items() { countries.append(try country.text()) }
      regions[try region.at("code").text()] = Region(
        name: try region.at("name").text(), countries: countries)
    }
    self.regions = regions
  }

  func name(_ code: String) -> String { regions[code]?.name ?? code }

  subscript(code: String) -> Region? { regions[code] }
}
