public import ActionStudy
public import TradeAction

/// The rotation of a list as the surfaces show it.
public struct RotationAnswer: Sendable {
  public let study: RotationStudy
  /// The rule the days come from; `nil` where they were stated.
  public let rule: RevisionRule?

  public init(_ study: RotationStudy, rule: RevisionRule?) {
    self.study = study
    self.rule = rule
  }

  /// What the schedule rests on and does not show, said with every answer.
  var notes: [String] {
    var notes: [String] = []
    if let rule {
      let reference = rule.step.reference
      notes.append(
        "\(rule.first) after the action is taken, then every \(rule.every), after \(reference.citation)"
          + (reference.isVerified ? "" : ", not verified")
          + (rule.step.notes.map { ": \($0)" } ?? ""))
      if !rule.cases.isEmpty {
        notes.append(
          "the step belongs to a case that \(rule.cases.joined(separator: ", or ")); whether this is one is"
            + " not looked at")
      }
    } else {
      notes.append("the days were stated and come from no rule")
    }
    notes += [
      "assumed: each revision replaces at least \(Amount.fixed(study.request.share * 100, 1))% of the"
        + " value, which stays within \(Amount.fixed(study.request.tolerance * 100, 1))% of where it began; the"
        + " least harm lies at the lower end of that",
      "lines that come on are charged \(Amount.fixed(study.rate * 100, 2))%, the list's rate on average;"
        + " other law on them is taken to add up with it",
      "lines are chosen by the losses each causes alone, within the gap shown of the best for that"
        + " revision; the loss beside the lines that stay is solved exactly; no revision looks ahead, so the"
        + " sum over revisions is not proven least",
      "single runs with the central assumptions; what buyers do while they wait for the next revision is not"
        + " modelled",
    ]
    return notes
  }
}
