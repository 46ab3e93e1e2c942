package import LawFiles
import TariffLaw
import Yams

/// Reads action files and assumption files.
package struct ActionReader {
  package let file: String

  package init(file: String) { self.file = file }

  static let actionKeys = [
    "id", "title", "importer", "baseline", "partner", "on", "stages", "measures", "assumptions",
    "announced", "notes",
  ]

  /// - Throws: ``LawErrors`` with everything that is wrong in the file.
  package func action(_ bytes: [UInt8]) throws(LawErrors) -> Action {
    var problems: [LawError] = []
    let node = try YAMLText.node(bytes, file: file)
    guard
      let fields = Fields(
        node, file: file, known: Self.actionKeys, what: "an action", problems: &problems)
    else { throw LawErrors(problems) }
    let on = fields.day("on", problems: &problems)
    if !fields.has("on") { problems.append(fields.problem("on", "is missing; add 'on: DAY'")) }
    var stages: [Day] = []
    for text in fields.texts("stages", problems: &problems) {
      guard let day = Day(text) else {
        problems.append(fields.problem("stages", "'\(text)' is not a day; write YYYY-MM-DD"))
        continue
      }
      stages.append(day)
    }
    var partner: CountryCode?
    if let text = fields.text("partner", problems: &problems) {
      partner = CountryCode(text)
      if partner == nil {
        problems.append(fields.problem("partner", "'\(text)' is not a two-letter country code"))
      }
    }
    let measures = fields.texts("measures", problems: &problems)
    if measures.isEmpty {
      problems.append(fields.problem("measures", "name at least one measure of the law"))
    }
    let action = Action(
      id: fields.requiredText("id", problems: &problems),
      title: fields.requiredText("title", problems: &problems),
      importer: fields.requiredText("importer", problems: &problems),
      baseline: fields.requiredText("baseline", problems: &problems), partner: partner,
      on: on ?? Day(number: 0), stages: stages, measures: measures,
      assumptions: fields.requiredText("assumptions", problems: &problems),
      announced: announced(fields, &problems), notes: fields.text("notes", problems: &problems))
    guard problems.isEmpty else { throw LawErrors(problems) }
    return action
  }

  private func announced(
    _ fields: Fields, _ problems: inout [LawError]
  ) -> Action.Announcement? {
    guard let node = fields.node("announced"),
      let inner = Fields(
        node, file: file, known: ["imports", "citation"], what: "announced", problems: &problems)
    else { return nil }
    guard let imports = inner.number("imports", problems: &problems) else {
      problems.append(inner.problem("imports", "is missing; give dollars"))
      return nil
    }
    return Action.Announcement(
      imports: imports, citation: inner.requiredText("citation", problems: &problems))
  }

  /// - Throws: ``LawErrors`` with everything that is wrong in the file.
  package func assumptions(_ bytes: [UInt8]) throws(LawErrors) -> Assumptions {
    var problems: [LawError] = []
    let node = try YAMLText.node(bytes, file: file)
    guard
      let fields = Fields(
        node, file: file, known: ["id", "title", "parameters"], what: "assumptions",
        problems: &problems)
    else { throw LawErrors(problems) }
    var parameters: [Assumptions.Parameter] = []
    for node in fields.list("parameters", problems: &problems) {
      guard
        let item = Fields(
          node, file: file,
          known: ["name", "value", "standard-error", "source", "verified", "notes"],
          what: "a parameter", problems: &problems)
      else { continue }
      let value = number("value", item, &problems)
      if value == nil { problems.append(item.problem("value", "needs a number")) }
      parameters.append(
        Assumptions.Parameter(
          name: item.requiredText("name", problems: &problems), value: value ?? .nan,
          standardError: number("standard-error", item, &problems),
          source: item.requiredText("source", problems: &problems),
          isVerified: item.text("verified", problems: &problems) == "yes"))
    }
    guard problems.isEmpty else { throw LawErrors(problems) }
    return Assumptions(
      id: fields.requiredText("id", problems: &problems),
      title: fields.requiredText("title", problems: &problems), parameters: parameters)
  }

  private func number(
    _ key: String, _ fields: Fields, _ problems: inout [LawError]
  ) -> Double? {
    guard let text = fields.text(key, problems: &problems) else { return nil }
    if text == "infinite" { return .infinity }
    return Fraction(decimal: text)?.doubleValue
  }
}
