import TariffLaw
import Testing
import TradeAction
import TradeData

/// The shipped law and exports of partners.
enum ShippedPartner {
  static func book(_ importer: String) throws -> LawBook {
    LawBook(
      regime: try ShippedLaw.regime(importer), schedule: try ShippedLaw.schedule(of: importer),
      countries: try ShippedCountries.codes())
  }

  static func exports(to partner: String) throws -> ExportBaseline {
    let country = try #require(CountryCode(partner))
    return try #require(try ExportBaseline.shipped(country))
  }

  static func lines(
    of importer: String, from origin: String = "US", on day: String
  ) throws -> PartnerLines {
    try PartnerLines(
      of: try #require(CountryCode(origin)), on: try #require(Day(day)), book: try book(importer),
      baseline: try exports(to: importer.uppercased()))
  }
}
