public import TariffLaw
import TradeAction

/// What a partner's answer does to exports to it, with the central assumptions.
public struct PartnerResponse: Hashable, Sendable {
  public let partner: CountryCode
  public let importer: String
  public let on: Day
  public let measures: [String]
  /// The year of the exports.
  public let year: Int
  /// Whether the exports are an estimate of the listed goods alone.
  public let isEstimate: Bool
  /// Dollars of that year: all (`nil` where only the listed goods are estimated), those in subheadings
  /// with an added duty, and those in subheadings the partner's schedule has not.
  public let exports: Double?
  public let coveredExports: Double
  public let unmatched: Double
  /// What is added on the covered exports on average, and how far apart the lines of a subheading are
  /// on average.
  public let averageChange: Double?
  public let dispersion: Double?
  /// Dollars a year.
  public let exportsChange: Double
  /// The same by sector of the model, and by chapter.
  public let bySector: [Double]
  public let byChapter: [(chapter: HTSCode, change: Double)]

  public static func == (a: Self, b: Self) -> Bool {
    a.partner == b.partner && a.on == b.on && a.bySector == b.bySector
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(partner)
    hasher.combine(on)
    hasher.combine(bySector)
  }

  /// - Parameter elasticity: sigma*, not negative.
  init(_ tariffs: PartnerTariffs, _ demand: ExportDemand, elasticity: Double) {
    let bySector = demand.change(bySectorWith: elasticity)
    let spread = tariffs.cells.reduce(0.0) { $0 + $1.value * $1.dispersion }
    partner = tariffs.partner
    importer = tariffs.answer.importer
    on = tariffs.answer.on
    measures = tariffs.measures
    year = tariffs.year
    isEstimate = tariffs.isEstimate
    exports = tariffs.isEstimate ? nil : tariffs.exports
    coveredExports = tariffs.coveredExports
    unmatched = tariffs.unmatched
    averageChange = tariffs.averageChange
    dispersion = tariffs.coveredExports > 0 ? spread / tariffs.coveredExports : nil
    exportsChange = bySector.reduce(0, +)
    self.bySector = bySector
    byChapter = demand.change(byChapterWith: elasticity)
  }
}
