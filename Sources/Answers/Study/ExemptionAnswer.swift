public import ActionStudy

/// Exemptions origin by origin as the surfaces show them.
public struct ExemptionAnswer: Sendable {
  public let study: ExemptionStudy

  public init(_ study: ExemptionStudy) { self.study = study }

  /// What the figures are not, said with every answer.
  var notes: [String] {
    var notes = [
      "each origin is spared alone, the others charged; an exemption that stands beside others gains"
        + " less",
      "the model knows no quotas and no rerouting of goods through the origin that is spared",
    ]
    if study.rows.contains(where: { $0.kind == .hypothetical }) {
      notes.append("hypothetical: the law grants none, and the origin is taken out altogether")
    }
    let fitted = study.charged.fittedShare
    if fitted > 0 {
      notes.append(
        "\(Amount.fixed(fitted * 100, 0))% of the imports charged with all rests on fitted cells: a"
          + " single origin is an estimate twice over")
    }
    return notes
  }
}
