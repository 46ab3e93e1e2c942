public import TariffLaw
public import TradeData
public import WorldModel

/// A world base that is part of the executable, with what ties it to goods and countries.
public struct ShippedWorld: Sendable {
  public let id: String
  public let title: String
  public let year: Int
  /// Dollars in the unit of the base's money.
  public let money: Double
  public let base: WorldBase
  /// The countries in each country or region of the base.
  public let regions: WorldRegions
  /// The sets of trade elasticities of the sectors; the first is the one to use where none is asked for.
  public let thetaSets: [ThetaSet]
  /// The sector of NAICS codes that start with some digits; `nil` for goods of no industry.
  let industries: [String: Int?]

  /// A set of published trade elasticities.
  public struct ThetaSet: Hashable, Sendable {
    public let name: String
    public let source: String
    /// Whether the figures were checked against the source.
    public let isVerified: Bool
  }

  /// The trade elasticity of each sector.
  ///
  /// - Parameter set: the name of one of the sets; the first without it.
  /// - Returns: `nil` when there is no set of this name.
  public func theta(_ set: String = "") -> [Double]? {
    let found = base.sectors.compactMap { $0.thetas[set] }
    return found.count == base.sectorCount ? found : nil
  }

  /// Whether a sector makes manufactures: those of section C of ISIC Rev. 4, whose letter begins the
  /// codes of the tables' industries.
  public func isManufacturing(_ sector: WorldSector) -> Bool { sector.code.hasPrefix("C") }

  /// The country or region of the base that a country is in.
  public func place(of country: CountryCode) -> Int? { regions.region(of: country) }

  /// The country or region that an importer of law is: by the code of the base, else by its country.
  public func place(ofImporter importer: String) -> Int? {
    base.country(importer.uppercased()) ?? CountryCode(importer).flatMap { place(of: $0) }
  }

  /// - Throws: `ArchiveError` when the archive is damaged.
  public init(_ archive: Archive) throws(ArchiveError) {
    let about = Table("about", in: archive)
    let units = Table("units", in: archive)
    func first<T>(_ values: [T], _ what: String) throws(ArchiveError) -> T {
      guard let value = values.first else { throw .damaged("\(what) of the world base") }
      return value
    }
    id = try first(about.texts("id"), "id")
    title = try first(about.texts("title"), "title")
    year = Int(try first(about.integers("year"), "year"))
    money = try first(units.doubles("money"), "money")
    let flowUnit = try first(units.doubles("flow"), "flow")
    let rateUnit = try first(units.doubles("rate"), "rate")
    let inputUnit = try first(units.doubles("input"), "input")

    let countryTable = Table("countries", in: archive)
    let countries = zip(try countryTable.texts("code"), try countryTable.texts("name"))
      .map { WorldCountry(code: $0, name: $1) }
    regions = WorldRegions(
      members: try countryTable.texts("members").map { text in
        text.split(separator: " ").compactMap { CountryCode($0) }
      })

    let setTable = Table("theta-sets", in: archive)
    let (names, sources) = (try setTable.texts("name"), try setTable.texts("source"))
    let verified = try setTable.integers("verified")
    guard verified.count == names.count, sources.count == names.count else {
      throw .damaged("sets of trade elasticities")
    }
    thetaSets = names.indices.map {
      ThetaSet(name: names[$0], source: sources[$0], isVerified: verified[$0] == 1)
    }
    let sectorTable = Table("sectors", in: archive)
    let (codes, titles) = (try sectorTable.texts("code"), try sectorTable.texts("name"))
    let tradable = try sectorTable.integers("tradable")
    let thetas = try Table("thetas", in: archive).doubles("value")
    let trade = try Table("trade", in: archive).integers("value").map { Double($0) * flowUnit }
    let tariffs = try Table("tariffs", in: archive).integers("rate").map { Double($0) * rateUnit }
    let inputs = try Table("inputs", in: archive).integers("share").map { Double($0) * inputUnit }
    let (size, count) = (codes.count, countries.count)
    guard titles.count == size, tradable.count == size, thetas.count == size * names.count,
      regions.members.count == count, trade.count == size * count * count,
      tariffs.count == trade.count, inputs.count == count * size * size
    else { throw .damaged("columns of the world base differ") }
    let sectors = codes.indices.map { sector in
      var sets: [String: Double] = [:]
      for (position, name) in names.enumerated() { sets[name] = thetas[position * size + sector] }
      sets[""] = names.first.flatMap { sets[$0] }
      return WorldSector(
        code: codes[sector], name: titles[sector], isTradable: tradable[sector] == 1, thetas: sets)
    }

    let concordance = Table("industries", in: archive)
    var industries: [String: Int?] = [:]
    for (naics, sector) in zip(
      try concordance.texts("naics"), try concordance.integers("sector"))
    {
      guard sector < Int64(size) else { throw .damaged("sector \(sector) of NAICS \(naics)") }
      industries[naics] = .some(sector < 0 ? nil : Int(sector))
    }
    self.industries = industries
    base = WorldBase(
      countries: countries, sectors: sectors, trade: trade, tariffs: tariffs, inputs: inputs,
      notes: try Table("notes", in: archive).texts("text"))
  }
}
