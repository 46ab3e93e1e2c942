public import TariffLaw

/// A country or territory with the codes official statistics know it by.
public struct Country: Hashable, Sendable {
  public let code: CountryCode
  public let iso3: String
  /// Schedule C of the Census Bureau, four digits; empty where Census has none.
  public let census: String
  public let name: String
  /// The name in Schedule C; empty where Census has none.
  public let censusName: String
}

/// The countries that may be an origin.
public enum ShippedCountries {
  /// In the order of their two-letter codes.
  public static func all() throws(ArchiveError) -> [Country] {
    let table = Table("countries", in: try ShippedFiles.archive("countries.tarifa"))
    let codes = try table.texts("iso2")
    let iso3 = try table.texts("iso3")
    let census = try table.texts("census")
    let names = try table.texts("name")
    let censusNames = try table.texts("census-name")
    var countries: [Country] = []
    for row in codes.indices {
      guard let code = CountryCode(codes[row]) else { throw .damaged("country \(codes[row])") }
      countries.append(
        Country(
          code: code, iso3: iso3[row], census: census[row], name: names[row],
          censusName: censusNames[row]))
    }
    return countries
  }

  public static func codes() throws(ArchiveError) -> Set<CountryCode> {
    Set(try all().map(\.code))
  }
}
