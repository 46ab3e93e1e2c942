/// Reads a world base from its files.
///
/// `countries(code,name)`, `sectors(code,name,tradable,theta[,theta_X...])`,
/// `trade(sector,exporter,importer,value)` net of tariff with own trade,
/// `tariffs(sector,exporter,importer,rate)`, and with input-output links
/// `io(country,input_sector,using_sector,share)`, `value_added(country,sector,share)` and perhaps
/// `final(country,sector,share)`. A flow, a rate or a share without a row is zero.
public struct BaseReader {
  private let files: BaseFiles
  private var countries: [WorldCountry] = []
  private var sectors: [WorldSector] = []
  private var countryPlaces: [String: Int] = [:]
  private var sectorPlaces: [String: Int] = [:]

  /// The most cells of a table that is read: sectors times countries times countries, and the like.
  private static let mostCells = 64_000_000

  /// - Throws: ``BaseError`` naming file, line and field.
  public static func draft(_ files: BaseFiles) throws(BaseError) -> BaseDraft {
    var reader = BaseReader(files: files)
    return try reader.read()
  }

  private init(files: BaseFiles) { self.files = files }

  private mutating func read() throws(BaseError) -> BaseDraft {
    try readCodes()
    let trade = try flows("trade", "value", atLeast: 0, finite: true)
    let tariffs = try flows("tariffs", "rate", atLeast: 0, finite: false)
    var draft = BaseDraft(
      countries: countries, sectors: sectors, trade: trade, tariffs: tariffs, inputShares: [],
      valueAddedShare: [Double](repeating: 1, count: sectors.count * countries.count),
      finalShare: nil)
    guard let io = try files.optionalTable("io") else { return draft }
    draft.valueAddedShare = try shares("value_added")
    if let final = try files.optionalTable("final") { draft.finalShare = try shares(final) }
    draft.inputShares = try inputShares(io, draft)
    return draft
  }

  private mutating func readCodes() throws(BaseError) {
    let countryTable = try files.table("countries")
    countries = try countryTable.rows(["code", "name"]) { row throws(BaseError) in
      WorldCountry(code: try row.text("code"), name: try row.text("name"))
    }
    let sectorTable = try files.table("sectors")
    let sets = sectorTable.header.filter { $0.hasPrefix("theta_") }
    sectors = try sectorTable.rows(["code", "name", "tradable", "theta"]) { row throws(BaseError) in
      var thetas = ["": try Self.theta(row, "theta")]
      for set in sets { thetas[String(set.dropFirst(6))] = try Self.theta(row, set) }
      let tradable = try row.text("tradable")
      guard tradable == "0" || tradable == "1" else {
        throw row.fault("tradable", "'\(tradable)' is neither 0 nor 1")
      }
      return WorldSector(
        code: try row.text("code"), name: try row.text("name"), isTradable: tradable == "1",
        thetas: thetas)
    }
    countryPlaces = try places(countries.map(\.code), countryTable.name)
    sectorPlaces = try places(sectors.map(\.code), sectorTable.name)
    let cells = sectors.count * countries.count * max(countries.count, sectors.count)
    guard cells <= Self.mostCells else {
      throw BaseError(
        "countries.csv",
        "\(countries.count) countries and \(sectors.count) sectors are more than "
          + "this program reads; put some together")
    }
  }

  private static func theta(_ row: BaseTable.Row, _ column: String) throws(BaseError) -> Double {
    let theta = try row.amount(column, atLeast: 0)
    guard theta > 0 else { throw row.fault(column, "a trade elasticity is above 0") }
    return theta
  }

  private func places(_ codes: [String], _ file: String) throws(BaseError) -> [String: Int] {
    guard !codes.isEmpty else { throw BaseError(file, "the file has no rows") }
    var places: [String: Int] = [:]
    for (place, code) in codes.enumerated() {
      guard places.updateValue(place, forKey: code) == nil else {
        throw BaseError(file, line: place + 2, field: "code", "'\(code)' stands there twice")
      }
    }
    return places
  }

  /// A table by sector, importer, exporter.
  private func flows(
    _ file: String, _ column: String, atLeast least: Double, finite: Bool
  ) throws(BaseError) -> [Double] {
    let table = try files.table(file)
    let count = countries.count
    var values = [Double](repeating: 0, count: sectors.count * count * count)
    var seen = [Bool](repeating: false, count: values.count)
    let cells = try table.rows(["sector", "exporter", "importer", column]) {
      row throws(BaseError) in
      let sector = try row.place("sector", in: sectorPlaces, of: "sectors")
      let exporter = try row.place("exporter", in: countryPlaces, of: "countries")
      let importer = try row.place("importer", in: countryPlaces, of: "countries")
      let cell = (sector * count + importer) * count + exporter
      let value =
        finite
        ? try row.amount(column, atLeast: least) : try row.number(column, atLeast: least)
      guard finite || exporter != importer || value == 0 else {
        throw row.fault(column, "a country's own goods pay no tariff")
      }
      return (cell, value, row)
    }
    for (cell, value, row) in cells {
      guard !seen[cell] else {
        throw row.fault(column, "there was a row of this sector, exporter and importer before")
      }
      seen[cell] = true
      values[cell] = value
    }
    return values
  }

  private func shares(_ file: String) throws(BaseError) -> [Double] {
    guard let table = try files.optionalTable(file) else {
      throw BaseError(file + ".csv", "the file is missing; io.csv needs it")
    }
    return try shares(table)
  }

  /// A table of shares by sector and country.
  private func shares(_ table: BaseTable) throws(BaseError) -> [Double] {
    let count = countries.count
    var values = [Double?](repeating: nil, count: sectors.count * count)
    let cells = try table.rows(["country", "sector", "share"]) { row throws(BaseError) in
      let country = try row.place("country", in: countryPlaces, of: "countries")
      let sector = try row.place("sector", in: sectorPlaces, of: "sectors")
      let share = try row.amount("share", atLeast: 0)
      guard share <= 1 + 1e-9 else { throw row.fault("share", "\(share) is above 1") }
      return (sector * count + country, share, row)
    }
    for (cell, share, row) in cells {
      guard values[cell] == nil else {
        throw row.fault("share", "there was a row of this country and sector before")
      }
      values[cell] = min(share, 1)
    }
    var complete: [Double] = []
    for (cell, value) in values.enumerated() {
      guard let value else {
        throw BaseError(
          table.name,
          "no row for country \(countries[cell % count].code), sector "
            + "\(sectors[cell / count].code); write its share, 0 where it is none")
      }
      complete.append(value)
    }
    return complete
  }

  /// By country, input, using sector, each using sector's shares made to sum to one exactly. Published
  /// tables hold a few shares below zero, which stand.
  private func inputShares(_ table: BaseTable, _ draft: BaseDraft) throws(BaseError) -> [Double] {
    let size = sectors.count
    var values = [Double](repeating: 0, count: countries.count * size * size)
    let cells = try table.rows(["country", "input_sector", "using_sector", "share"]) {
      row throws(BaseError) in
      let country = try row.place("country", in: countryPlaces, of: "countries")
      let input = try row.place("input_sector", in: sectorPlaces, of: "sectors")
      let using = try row.place("using_sector", in: sectorPlaces, of: "sectors")
      return ((country * size + input) * size + using, try row.amount("share", atLeast: -1), row)
    }
    var seen = [Bool](repeating: false, count: values.count)
    for (cell, share, row) in cells {
      guard !seen[cell] else {
        throw row.fault("share", "there was a row of this country and these sectors before")
      }
      seen[cell] = true
      values[cell] = share
    }
    let output = FlowSums(
      trade: draft.trade, tariffs: draft.tariffs, sectors: size, countries: countries.count
    ).output
    for country in countries.indices {
      for using in sectors.indices {
        let sum = sectors.indices.reduce(0) { $0 + values[(country * size + $1) * size + using] }
        let cell = using * countries.count + country
        let buysNothing = output[cell] == 0 || draft.valueAddedShare[cell] == 1
        guard (sum - 1).magnitude <= 1e-4 || (sum == 0 && buysNothing) else {
          throw BaseError(
            table.name,
            "the input shares of \(countries[country].code), using sector "
              + "\(sectors[using].code), sum to \(sum), not 1; they are shares of its spending on "
              + "inputs (0 only where it buys none and its value added share is 1)")
        }
        guard sum > 0 else { continue }
        for input in sectors.indices { values[(country * size + input) * size + using] /= sum }
      }
    }
    return values
  }
}
