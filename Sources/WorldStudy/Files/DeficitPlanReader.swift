package import LawFiles
import TariffLaw

/// Reads plans to cut a deficit.
package struct DeficitPlanReader {
  package let file: String

  package init(file: String) { self.file = file }

  static let keys = [
    "id", "title", "importer", "partner", "target", "scaled-to", "instruments", "notes",
  ]

  /// - Throws: ``LawErrors`` with everything that is wrong in the file.
  package func plan(_ bytes: [UInt8]) throws(LawErrors) -> DeficitPlan {
    let node = try YAMLText.node(bytes, file: file)
    var problems: [LawError] = []
    guard
      let fields = Fields(
        node, file: file, known: Self.keys, what: "a deficit plan", problems: &problems)
    else { throw LawErrors(problems) }
    let importer = fields.requiredCountry("importer", problems: &problems)
    let partner = fields.requiredCountry("partner", problems: &problems)
    let target = fields.number("target", problems: &problems)
    if target?.isPositive != true {
      problems.append(
        fields.problem("target", "give the cut in dollars a year, such as 100000000000"))
    }
    var year: Int?
    if let text = fields.text("scaled-to", problems: &problems) {
      year = Int(text)
      if year == nil {
        problems.append(fields.problem("scaled-to", "'\(text)' is not a year, such as 2017"))
      }
    }
    let instruments = fields.list("instruments", problems: &problems).compactMap { node in
      node.scalar.map { instrument($0.string, fields, &problems) }
        ?? {
          problems.append(
            fields.problem("instruments", "each instrument is one word, such as uniform-tariff"))
          return nil
        }()
    }
    if instruments.isEmpty {
      problems.append(fields.problem("instruments", "name at least one; \(Self.words)"))
    }
    let plan = (importer, partner, target)
    let id = fields.requiredText("id", problems: &problems)
    let title = fields.requiredText("title", problems: &problems)
    let notes = fields.text("notes", problems: &problems)
    guard problems.isEmpty, case (let importer?, let partner?, let target?) = plan else {
      throw LawErrors(problems)
    }
    return DeficitPlan(
      id: id, title: title, importer: importer, partner: partner, target: target, scaledTo: year,
      instruments: instruments.compactMap { $0 }, notes: notes)
  }

  private static let words =
    "uniform-tariff, partner-cuts, list=ACTION, exemptions=ACTION or purchases=TABLE"

  private func instrument(
    _ text: String, _ fields: Fields, _ problems: inout [LawError]
  ) -> DeficitPlan.Instrument? {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    switch (parts.first, parts.dropFirst().first) {
    case ("uniform-tariff", nil): return .uniformTariff
    case ("partner-cuts", nil): return .partnerCuts
    case ("list", let name?): return .list(name)
    case ("purchases", let name?): return .purchases(name)
    case ("exemptions", let name?): return .exemptions(name)
    default:
      problems.append(
        fields.problem("instruments", "'\(text)' is no instrument; \(Self.words)"))
      return nil
    }
  }
}
