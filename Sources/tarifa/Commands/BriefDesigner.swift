import ArgumentParser
import LawFiles
import ListDesign
import TariffLaw
import TradeAction
import TradeData
import TradeImpact

/// The designer of a brief on the data and the law that the options name.
struct BriefDesigner {
  let brief: Brief
  /// As the user names the brief.
  let name: String
  let store: StoreOptions
  let law: LawOptions

  func book() throws -> LawBook {
    var options = law
    options.importer = brief.importer
    return try options.book()
  }

  /// The exports of the partner that the brief designs on; `nil` where it designs on the importer's whole
  /// market.
  func exports() throws -> ExportBaseline? {
    guard let importer = CountryCode(brief.importer.uppercased()),
      let exports = try ExportBaseline.shipped(importer), brief.baseline == exports.id
    else { return nil }
    return exports
  }

  /// - Parameter book: of ``book()``.
  func designer(_ book: LawBook) throws -> Designer {
    let assumptions = try ActionLibrary.assumptions(brief.assumptions)
    if let exports = try exports() {
      let lines = try PartnerLines(of: brief.partner, on: brief.on, book: book, baseline: exports)
      return try Designer(brief, book, try ExportLineStudy(lines, assumptions: assumptions))
    }
    guard
      let imports = try store.baseline(brief.baseline) ?? ImportBaseline.shipped(brief.baseline)
    else {
      throw Failure.input(
        "\(name): baseline: there is no baseline '\(brief.baseline)'; shipped: "
          + ImportBaseline.names.joined(separator: ", ")
          + ", exports-YEAR for a partner's list; imported: store:NAME")
    }
    let ground = try TariffGround(book: book, baseline: imports, knownOn: try law.day())
    return try Designer(
      brief, book,
      try ImpactStudy(
        ground, assumptions: assumptions, horizon: try ActionLibrary.horizon("one-year")))
  }
}
