package import LawFiles
import TariffLaw

/// Reads agreements.
package struct AgreementReader {
  package let file: String

  package init(file: String) { self.file = file }

  static let keys = [
    "id", "title", "members", "standing", "rate", "citation", "leaves-out", "notes",
  ]

  /// - Throws: ``LawErrors`` with everything that is wrong in the file.
  package func agreement(_ bytes: [UInt8]) throws(LawErrors) -> Agreement {
    let node = try YAMLText.node(bytes, file: file)
    var problems: [LawError] = []
    guard
      let fields = Fields(
        node, file: file, known: Self.keys, what: "an agreement", problems: &problems)
    else { throw LawErrors(problems) }
    let members = fields.countries("members", problems: &problems)
    if members.count < 2 {
      problems.append(fields.problem("members", "an agreement has two members or more"))
    }
    let standing = fields.list("standing", problems: &problems).compactMap {
      node -> Agreement.Standing? in
      guard
        let inner = Fields(
          node, file: file, known: ["name", "members"], what: "an agreement that stands",
          problems: &problems)
      else { return nil }
      return Agreement.Standing(
        name: inner.requiredText("name", problems: &problems),
        members: inner.countries("members", problems: &problems))
    }
    let rate = fields.percent("rate", problems: &problems)
    if !fields.has("rate") { problems.append(fields.problem("rate", "is missing; add 'rate: 0%'")) }
    let agreement = Agreement(
      id: fields.requiredText("id", problems: &problems),
      title: fields.requiredText("title", problems: &problems), members: members,
      standing: standing, rate: rate ?? 0,
      citation: fields.requiredText("citation", problems: &problems),
      leavesOut: fields.requiredText("leaves-out", problems: &problems),
      notes: fields.text("notes", problems: &problems))
    guard problems.isEmpty else { throw LawErrors(problems) }
    return agreement
  }
}
