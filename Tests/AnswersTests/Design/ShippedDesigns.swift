import Foundation
import ListDesign
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// Designs on the shipped data.
enum ShippedDesigns {
  /// Those of the shipped briefs.
  private static let assumptions = "fontagne-2022"

  private static let study = Result {
    try ImpactStudy(
      try TariffGround(book: try ShippedBook.us(), baseline: try ImportBaseline.shipped2017()),
      assumptions: try ActionLibrary.assumptions(assumptions),
      horizon: try ActionLibrary.horizon("one-year"))
  }

  /// A brief on lines of some trade, so that tests are quick.
  static func brief(
    target: String = "{value: 6000000000, tolerance: 0.5%}", rate: String = "25%",
    floor: String = "30%", cap: String = "60%", smallest: Int = 10_000_000
  ) throws -> Brief {
    let text = """
      id: test
      title: A list to test with
      importer: us
      partner: CN
      baseline: us-imports-2017
      on: 2018-03-22
      rate: \(rate)
      target: \(target)
      groups:
        technology: {title: technology goods, technology: all, ict: all}
        consumer: {end-use: consumption}
        phones: {codes: ['8517.12.00']}
      exclude: [{group: phones, reason: everybody has one}]
      smallest-value: \(smallest)
      floors: [{group: technology, share: \(floor)}]
      caps: [{group: consumer, share: 20%, firm: yes}, {of: partner-share, share: \(cap)}]
      objective:
        - {term: net-loss, weight: 1}
        - {term: captive-value, group: technology, weight: 0.1}
        - {term: line, weight: 20000}
      assumptions: \(assumptions)

      """
    return try BriefReader(file: "test").brief(Array(text.utf8))
  }

  static func book(of importer: String) throws -> LawBook {
    if importer == "us" { return try ShippedBook.us() }
    return LawBook(
      regime: try ShippedLaw.regime(importer), schedule: try ShippedLaw.schedule(of: importer),
      countries: try ShippedCountries.codes())
  }

  static func designer(_ brief: Brief) throws -> Designer {
    let book = try book(of: brief.importer)
    if let importer = CountryCode(brief.importer.uppercased()),
      let exports = try ExportBaseline.shipped(importer), brief.baseline == exports.id
    {
      return try Designer(
        brief, book,
        try ExportLineStudy(
          try PartnerLines(of: brief.partner, on: brief.on, book: book, baseline: exports),
          assumptions: try ActionLibrary.assumptions(brief.assumptions)))
    }
    let usual = try study.get()
    if brief.baseline == usual.ground.baseline.id, brief.assumptions == assumptions {
      return try Designer(brief, book, usual)
    }
    let baseline = try #require(try ImportBaseline.shipped(brief.baseline))
    return try Designer(
      brief, book,
      try ImpactStudy(
        try TariffGround(book: book, baseline: baseline),
        assumptions: try ActionLibrary.assumptions(brief.assumptions),
        horizon: try ActionLibrary.horizon("one-year")))
  }

  /// A document as plain values.
  static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
