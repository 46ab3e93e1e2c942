public import ActionStudy
public import ListDesign

/// Two actions side by side as the surfaces show them.
public struct ComparisonAnswer: Sendable {
  public let comparison: ActionComparison
  let designs: (a: Design?, b: Design?)

  /// - Parameter designs: of the actions that briefs chose.
  public init(_ comparison: ActionComparison, designs: (a: Design?, b: Design?) = (nil, nil)) {
    self.comparison = comparison
    self.designs = designs
  }

  /// What the comparison is not, said with every answer.
  var notes: [String] {
    var notes = [
      "each action is held against the law without its own measures: the difference is not what"
        + " adding the second to the first would do"
    ]
    let (a, b) = (comparison.a.impact, comparison.b.impact)
    for (side, design) in [("A", designs.a), ("B", designs.b)] {
      guard let design else { continue }
      notes.append(
        "\(side) is the list chosen for the brief, within"
          + " \(Amount.fixed(design.choice.gap * 100, 2))% of the best by the brief's objective and its"
          + " assumptions \(design.pool.brief.assumptions)")
    }
    if a.day != b.day {
      notes.append("the rates are those of \(a.day) and of \(b.day); --on gives both one day")
    }
    if a.action.against != nil || b.action.against != nil {
      notes.append("an action with 'against' is held against the law of that earlier day")
    }
    if a.action.partner != b.action.partner {
      notes.append("the actions have different partners: amounts of the partner have no difference")
    }
    if a.retaliation.isEmpty != b.retaliation.isEmpty {
      let one = a.retaliation.isEmpty ? b.action.id : a.action.id
      notes.append(
        "only \(one) states what partners do back: exports, balances and jobs differ by it")
    }
    if a.draws != nil {
      notes.append("the difference is of paired draws: its centre is the median of the differences")
    }
    return notes
  }
}
