package import LawFiles
import TariffLaw
import Yams

/// Reads action files.
package struct ActionReader {
  package let file: String

  package init(file: String) { self.file = file }

  static let actionKeys = [
    "id", "title", "importer", "baseline", "partner", "on", "against", "stages", "measures",
    "assumptions",
    "strike-exemptions", "answers", "announced", "notes",
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
    var struck: Set<CountryCode> = []
    for text in fields.texts("strike-exemptions", problems: &problems) {
      guard let country = CountryCode(text) else {
        problems.append(
          fields.problem("strike-exemptions", "'\(text)' is not a two-letter country code"))
        continue
      }
      struck.insert(country)
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
      on: on ?? Day(number: 0), against: fields.day("against", problems: &problems),
      stages: stages, measures: measures,
      struckExemptions: struck, answers: answers(fields, &problems),
      assumptions: fields.requiredText("assumptions", problems: &problems),
      announced: announced(fields, &problems), notes: fields.text("notes", problems: &problems))
    guard problems.isEmpty else { throw LawErrors(problems) }
    return action
  }

  private func answers(
    _ fields: Fields, _ problems: inout [LawError]
  ) -> [Action.Answer] {
    guard fields.has("answers") else { return [] }
    return fields.list("answers", problems: &problems).compactMap { node in
      guard
        let inner = Fields(
          node, file: file, known: ["importer", "on", "measures"], what: "an answer",
          problems: &problems)
      else { return nil }
      let on = inner.day("on", problems: &problems)
      if !inner.has("on") { problems.append(inner.problem("on", "is missing; add 'on: DAY'")) }
      let measures = inner.texts("measures", problems: &problems)
      if measures.isEmpty {
        problems.append(
          inner.problem("measures", "name at least one measure of the partner's law"))
      }
      return Action.Answer(
        importer: inner.requiredText("importer", problems: &problems),
        on: on ?? Day(number: 0), measures: measures)
    }
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
}
