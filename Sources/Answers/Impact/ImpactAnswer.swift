public import TradeImpact

/// An impact as the surfaces show it.
public struct ImpactAnswer: Sendable {
  public let impact: Impact
  /// The same action at the rates of its other stages.
  public let stages: [Impact]

  public init(_ impact: Impact, stages: [Impact] = []) {
    self.impact = impact
    self.stages = stages
  }

  /// The part of it that is about the importer's economy.
  var economy: EconomyAnswer { EconomyAnswer(impact) }

  /// What the model does not see, said with every answer.
  var notModelled: [String] {
    [
      impact.retaliation.isEmpty ? "retaliation" : "answers of other partners than those listed",
      "goods bought ahead of the duty, avoidance, product exclusions",
    ] + (impact.central.economy == nil ? ["price level, household cost and jobs"] : [])
      + impact.model.leavesOut
      + (impact.draws == nil && impact.model == .pe
        ? ["uncertainty: every amount is a single run without an interval; add --draws"] : [])
  }

  /// The origins by the size of their change of imports, largest first.
  var originsBySize: [Int] {
    let changes = impact.central.importsChange
    return changes.indices.sorted {
      (changes[$1].magnitude, $0) < (changes[$0].magnitude, $1)
    }
  }
}
