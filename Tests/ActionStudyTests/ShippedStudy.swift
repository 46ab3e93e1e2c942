import ActionStudy
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// Studies on the shipped data, made once for all tests.
enum ShippedStudy {
  static let book = Result {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes(), conversions: ShippedConversions.pairs)
  }

  static let ground = Result {
    try TariffGround(book: try book.get(), baseline: try ImportBaseline.shipped2017())
  }

  private static let year = Result { try study(horizon: "one-year") }

  static func study() throws -> ImpactStudy { try year.get() }

  static func study(
    _ assumptions: String = "fgkk-2020", horizon: String, economy: Bool = true
  ) throws -> ImpactStudy {
    try ImpactStudy(
      try ground.get(), assumptions: try ActionLibrary.assumptions(assumptions),
      horizon: try ActionLibrary.horizon(horizon),
      economy: economy ? try ActionLibrary.economy(of: "us") : nil)
  }

  static func assessed(
    _ id: String, draws: DrawRequest? = nil, horizon: String? = nil, day: String? = nil
  ) throws -> AssessedAction {
    let action = try ActionLibrary.action(id)
    let study = try horizon.map { try ShippedStudy.study(horizon: $0) } ?? study()
    return try AssessedAction(
      study, action, on: day.flatMap { Day($0) } ?? action.on, draws: draws)
  }
}
