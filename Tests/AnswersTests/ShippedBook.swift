import TariffLaw
import TradeData

/// The shipped law, opened once for all tests.
enum ShippedBook {
  private static let opened = Result {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes(), conversions: ShippedConversions.pairs)
  }

  static func us() throws -> LawBook { try opened.get() }
}
