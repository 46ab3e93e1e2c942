package import LawFiles
import TariffLaw
import Yams

/// Reads files of assumptions and of horizons.
package struct AssumptionsReader {
  package let file: String

  package init(file: String) { self.file = file }

  /// A file of assumptions, and the name of those it extends.
  package struct Draft {
    package let extends: String?
    let id: String
    let title: String
    let parameters: [Assumptions.Parameter]

    package func assumptions(on base: Assumptions?) -> Assumptions {
      (base ?? Assumptions(id: id, title: title, parameters: []))
        .extended(id: id, title: title, by: parameters)
    }
  }

  /// - Throws: ``LawErrors`` with everything that is wrong in the file.
  package func assumptions(_ bytes: [UInt8]) throws(LawErrors) -> Draft {
    var problems: [LawError] = []
    let node = try YAMLText.node(bytes, file: file)
    guard
      let fields = Fields(
        node, file: file, known: ["id", "title", "extends", "parameters"], what: "assumptions",
        problems: &problems)
    else { throw LawErrors(problems) }
    var parameters: [Assumptions.Parameter] = []
    for node in fields.list("parameters", problems: &problems) {
      guard let parameter = parameter(node, &problems) else { continue }
      if parameters.contains(where: { $0.name == parameter.name }) {
        problems.append(fields.problem("parameters", "'\(parameter.name)' is set twice"))
      }
      parameters.append(parameter)
    }
    let draft = Draft(
      extends: fields.text("extends", problems: &problems),
      id: fields.requiredText("id", problems: &problems),
      title: fields.requiredText("title", problems: &problems), parameters: parameters)
    guard problems.isEmpty else { throw LawErrors(problems) }
    return draft
  }

  private func parameter(
    _ node: Node, _ problems: inout [LawError]
  ) -> Assumptions.Parameter? {
    guard
      let item = Fields(
        node, file: file,
        known: [
          "name", "value", "by-good", "by-sector", "standard-error", "assumed-spread", "minimum",
          "source", "verified", "notes",
        ],
        what: "a parameter", problems: &problems)
    else { return nil }
    let value = number("value", item, &problems)
    let byGood = byGood(item, &problems)
    if value == nil, byGood == nil {
      problems.append(item.problem("value", "needs a number, or a table in 'by-good'"))
    }
    let error = number("standard-error", item, &problems)
    let spread = number("assumed-spread", item, &problems)
    for (key, number) in [("standard-error", error), ("assumed-spread", spread)] {
      if let number, !(number > 0 && number.isFinite) {
        problems.append(item.problem(key, "must be above zero"))
      }
    }
    if error != nil, spread != nil {
      problems.append(
        item.problem("assumed-spread", "stands for an error that is not published; drop one"))
    }
    let verified = item.text("verified", problems: &problems)
    if let verified, verified != "yes", verified != "no" {
      problems.append(item.problem("verified", "must be 'yes' or 'no'"))
    }
    return Assumptions.Parameter(
      name: item.requiredText("name", problems: &problems), value: value, byGood: byGood,
      bySector: bySector(item, &problems), standardError: error, assumedSpread: spread,
      minimum: number("minimum", item, &problems),
      source: item.requiredText("source", problems: &problems), isVerified: verified == "yes")
  }

  private func byGood(_ item: Fields, _ problems: inout [LawError]) -> Assumptions.ByGood? {
    guard let node = item.node("by-good"),
      let inner = Fields(
        node, file: file, known: ["table", "rule", "cap-percentile"], what: "by-good",
        problems: &problems)
    else { return nil }
    let text = inner.requiredText("rule", problems: &problems)
    let rule = Assumptions.ByGood.Rule(rawValue: text.filter { $0 != " " })
    if rule == nil {
      let known = Assumptions.ByGood.Rule.allCases.map(\.rawValue).joined(separator: ", ")
      problems.append(inner.problem("rule", "'\(text)' is no rule; choose from \(known)"))
    }
    let cap = number("cap-percentile", inner, &problems) ?? 100
    if !(cap > 0 && cap <= 100) {
      problems.append(inner.problem("cap-percentile", "must be above 0 and at most 100"))
    }
    return Assumptions.ByGood(
      table: inner.requiredText("table", problems: &problems), rule: rule ?? .same,
      capPercentile: cap)
  }

  private func bySector(
    _ item: Fields, _ problems: inout [LawError]
  ) -> [Assumptions.SectorValue] {
    guard item.has("by-sector") else { return [] }
    return item.list("by-sector", problems: &problems).compactMap { node in
      guard
        let inner = Fields(
          node, file: file, known: ["industries", "value", "source"], what: "by-sector",
          problems: &problems)
      else { return nil }
      let industries = inner.texts("industries", problems: &problems)
      let value = number("value", inner, &problems)
      if industries.isEmpty || value == nil {
        problems.append(inner.problem("value", "needs 'industries' and a number"))
      }
      return Assumptions.SectorValue(
        industries: industries, value: value ?? .nan,
        source: inner.requiredText("source", problems: &problems))
    }
  }

  /// - Throws: ``LawErrors`` with everything that is wrong in the file.
  package func horizons(_ bytes: [UInt8]) throws(LawErrors) -> [Horizon] {
    var problems: [LawError] = []
    let node = try YAMLText.node(bytes, file: file)
    guard
      let fields = Fields(
        node, file: file, known: ["horizons"], what: "a file of horizons", problems: &problems)
    else { throw LawErrors(problems) }
    var found: [Horizon] = []
    for node in fields.list("horizons", problems: &problems) {
      guard
        let item = Fields(
          node, file: file,
          known: ["name", "title", "responds", "scale", "set", "assumes", "source"],
          what: "a horizon", problems: &problems)
      else { continue }
      found.append(
        Horizon(
          name: item.requiredText("name", problems: &problems),
          title: item.requiredText("title", problems: &problems),
          responds: item.text("responds", problems: &problems) != "no",
          scale: factors("scale", item, &problems), set: factors("set", item, &problems),
          assumes: item.requiredText("assumes", problems: &problems),
          source: item.requiredText("source", problems: &problems)))
    }
    guard problems.isEmpty else { throw LawErrors(problems) }
    return found
  }

  private func factors(
    _ key: String, _ fields: Fields, _ problems: inout [LawError]
  ) -> [String: Double] {
    guard let node = fields.node(key) else { return [:] }
    guard case .mapping(let mapping) = node else {
      problems.append(fields.problem(key, "must be a mapping of parameters to numbers"))
      return [:]
    }
    var found: [String: Double] = [:]
    for (name, value) in mapping {
      guard let name = name.scalar?.string, let text = value.scalar?.string,
        let number = Self.number(text), number > 0
      else {
        problems.append(fields.problem(key, "needs numbers above zero"))
        continue
      }
      found[name] = number
    }
    return found
  }

  private func number(
    _ key: String, _ fields: Fields, _ problems: inout [LawError]
  ) -> Double? {
    guard let text = fields.text(key, problems: &problems) else { return nil }
    guard let value = Self.number(text) else {
      problems.append(fields.problem(key, "'\(text)' is not a number"))
      return nil
    }
    return value
  }

  private static func number(_ text: String) -> Double? {
    text == "infinite" ? .infinity : Fraction(decimal: text)?.doubleValue
  }
}
