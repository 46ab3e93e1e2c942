import ListDesign
import TariffLaw
import TradeAction
import TradeData
import TradeImpact

/// Designs on the shipped data, made once for all tests.
enum ShippedDesign {
  static let ground = Result {
    try TariffGround(
      book: LawBook(
        regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
        countries: try ShippedCountries.codes()),
      baseline: try ImportBaseline.shipped2017())
  }

  static func designer(_ brief: Brief) throws -> Designer {
    let ground = try ground.get()
    return try Designer(
      brief, ground.book,
      try ImpactStudy(
        ground, assumptions: try ActionLibrary.assumptions(brief.assumptions),
        horizon: try ActionLibrary.horizon("one-year")))
  }

  /// A brief from the parts that tests vary.
  static func brief(
    target: String = "{value: 5000000000, tolerance: 0.5%}", rate: String = "25%",
    objective: String = "[{term: net-loss, weight: 1}, {term: captive-value, weight: 0.1}]",
    more: String = ""
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
        technology: {technology: all, ict: all}
        consumer: {end-use: consumption}
        special: {codes: ['98', '99']}
        phones: {codes: ['8517.12.00']}
        list-1: {measures: us/section-301/china/list-1, measures-on: 2018-07-06}
      exclude: [{group: special, reason: no goods}]
      objective: \(objective)
      assumptions: fontagne-2022
      \(more.split(separator: "\n").joined(separator: "\n"))

      """
    return try BriefReader(file: "test").brief(Array(text.utf8))
  }

  static func design(_ brief: Brief, isBrief: Bool = true) throws -> Design? {
    switch try designer(brief).design(isBrief: isBrief) {
    case .chosen(let design): design
    case .impossible, .undecided: nil
    }
  }
}
