import ListDesign
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// Designs of China's lists on the shipped exports to it.
enum PartnerDesign {
  static let book = Result {
    LawBook(
      regime: try ShippedLaw.regime("cn"), schedule: try ShippedLaw.schedule(of: "cn"),
      countries: try ShippedCountries.codes())
  }

  static func designer(_ brief: Brief) throws -> Designer {
    let (book, assumptions) = (
      try book.get(), try ActionLibrary.assumptions(brief.assumptions)
    )
    let china = try #require(CountryCode("CN"))
    let exports = try #require(try ExportBaseline.shipped(china))
    let lines = try PartnerLines(of: brief.partner, on: brief.on, book: book, baseline: exports)
    return try Designer(brief, book, try ExportLineStudy(lines, assumptions: assumptions))
  }

  /// A brief from the parts that tests vary.
  static func brief(
    on: String = "2018-06-16", objective: String = "[{term: lost-sales, weight: -1}]",
    more: String = ""
  ) throws -> Brief {
    let text = """
      id: test
      title: A list to test with
      importer: cn
      partner: US
      baseline: exports-2017
      on: \(on)
      rate: 25%
      target: {value: 20000000000, tolerance: 0.5%}
      groups:
        farm: {codes: ['02', '04', '08', '10', '12']}
        cameras: {codes: ['852580']}
      objective: \(objective)
      assumptions: fontagne-2022
      \(more)

      """
    return try BriefReader(file: "test").brief(Array(text.utf8))
  }
}
