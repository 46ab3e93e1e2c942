package import LawFiles
import TariffLaw

/// Reads paths of escalation.
package struct EscalationReader {
  package let file: String

  package init(file: String) { self.file = file }

  static let keys = ["id", "title", "importer", "rounds", "notes"]

  private static let mostRounds = 24

  /// - Throws: ``LawErrors`` with everything that is wrong in the file.
  package func escalation(_ bytes: [UInt8]) throws(LawErrors) -> Escalation {
    let node = try YAMLText.node(bytes, file: file)
    var problems: [LawError] = []
    guard
      let fields = Fields(
        node, file: file, known: Self.keys, what: "an escalation", problems: &problems)
    else { throw LawErrors(problems) }
    let rounds = fields.list("rounds", problems: &problems).compactMap { node in
      Fields(
        node, file: file, known: ["name", "actions", "answered"], what: "a round",
        problems: &problems
      ).map { round($0, &problems) }
    }
    if rounds.isEmpty || rounds.count > Self.mostRounds {
      problems.append(
        fields.problem("rounds", "give one round or more, up to \(Self.mostRounds)"))
    }
    let escalation = Escalation(
      id: fields.requiredText("id", problems: &problems),
      title: fields.requiredText("title", problems: &problems),
      importer: fields.requiredText("importer", problems: &problems), rounds: rounds,
      notes: fields.text("notes", problems: &problems))
    guard problems.isEmpty else { throw LawErrors(problems) }
    return escalation
  }

  private func round(_ fields: Fields, _ problems: inout [LawError]) -> Escalation.Round {
    let actions = fields.texts("actions", problems: &problems).map { text in
      let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
      var on: Day?
      if parts.count == 2 {
        on = Day(parts[1])
        if on == nil {
          problems.append(
            fields.problem("actions", "'\(text)' has another shape than ACTION or ACTION@DAY"))
        }
      }
      return Escalation.Standing(action: parts.first ?? "", on: on)
    }
    if actions.isEmpty {
      problems.append(fields.problem("actions", "name at least one action in force"))
    }
    let answered = fields.text("answered", problems: &problems) ?? "no"
    if !["yes", "no"].contains(answered) {
      problems.append(fields.problem("answered", "'\(answered)' is neither yes nor no"))
    }
    return Escalation.Round(
      name: fields.requiredText("name", problems: &problems), actions: actions,
      isAnswered: answered == "yes")
  }
}
