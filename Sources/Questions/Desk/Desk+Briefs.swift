package import ListDesign
package import TariffLaw
package import TradeAction
package import TradeData
import TradeImpact

/// What a brief is designed on, and the action that stands for it.
extension Desk {
  /// The exports of the partner that a brief designs on; `nil` where it designs on the importer's whole
  /// market.
  package func exports(_ brief: Brief) throws(Refusal) -> ExportBaseline? {
    try Refusal.mending {
      guard let importer = CountryCode(brief.importer.uppercased()),
        let exports = try ExportBaseline.shipped(importer), brief.baseline == exports.id
      else { return nil }
      return exports
    }
  }

  /// The designer of a brief, with the law it stands in.
  package func designer(
    _ brief: Brief, _ terms: LawTerms
  ) throws(Refusal) -> (designer: Designer, book: LawBook) {
    var law = terms
    law.importer = brief.importer
    let (book, knownOn, exports) = (try book(law), try knownOn(law), try exports(brief))
    let imports = exports == nil ? try baseline(brief.baseline, "baseline") : nil
    return try Refusal.mending {
      let assumptions = try self.assumptions(brief.assumptions)
      if let exports {
        let lines = try PartnerLines(of: brief.partner, on: brief.on, book: book, baseline: exports)
        return (
          try Designer(brief, book, try ExportLineStudy(lines, assumptions: assumptions)), book
        )
      }
      guard let imports else { throw Refusal.fault("a brief without a baseline") }
      let ground = try TariffGround(book: book, baseline: imports, knownOn: knownOn)
      let study = try ImpactStudy(
        ground, assumptions: assumptions, horizon: try ActionLibrary.horizon("one-year"))
      return (try Designer(brief, book, study), book)
    }
  }

  /// The action of a name, or the one whose goods are chosen for the brief of that name.
  package func standing(
    _ name: String, _ field: String, _ terms: LawTerms
  ) throws(Refusal) -> (action: Action, design: Design?) {
    let brief: Brief
    switch try subject(name, field) {
    case .action(let action): return (action, nil)
    case .brief(let found): brief = found
    }
    let shown = name.contains("\n") ? brief.id : name
    guard try exports(brief) == nil else {
      throw .mend(
        field: field,
        "\(shown): the market of '\(brief.importer)' is not held, only what \(brief.partner.text) sells"
          + " there; such lists cannot be compared by what they do to it")
    }
    let designer = try designer(brief, terms).designer
    return try Refusal.mending {
      switch try designer.design(isBrief: true, explains: false, watch: watch) {
      case .chosen(let design):
        return (try DesignedAction(design, id: brief.id).action(), design)
      case .impossible:
        throw Refusal.mend(
          field: field,
          "\(shown): no list meets the brief; 'tarifa design \(shown)' says what clashes")
      case .undecided:
        throw Refusal.mend(
          field: field,
          "\(shown): no list was found within the limit of the search; try 'tarifa design' with more nodes"
        )
      }
    }
  }
}
