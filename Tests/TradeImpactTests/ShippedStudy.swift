import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// Studies on the shipped data, made once for all tests.
enum ShippedStudy {
  static let ground = Result {
    try TariffGround(
      book: LawBook(
        regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
        countries: try ShippedCountries.codes()),
      baseline: try ImportBaseline.shipped2017())
  }

  static func study(
    _ assumptions: String = "fgkk-2020", horizon: String = "one-year", economy: Bool = false
  ) throws -> ImpactStudy {
    try ImpactStudy(
      try ground.get(), assumptions: try ActionLibrary.assumptions(assumptions),
      horizon: try ActionLibrary.horizon(horizon),
      economy: economy ? try ActionLibrary.economy(of: "us") : nil)
  }
}
