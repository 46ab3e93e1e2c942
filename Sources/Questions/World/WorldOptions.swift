import WorldModel

/// The base and the assumptions of a question about a world.
public struct WorldOptions: Hashable, Sendable {
  public var base = "2017-81x28"
  public var deficits = DeficitRule.fixed.rawValue
  public var labour = LabourMobility.mobile.rawValue
  /// A set of trade elasticities; the base's first when empty.
  public var theta = ""

  public init() {}

  public static let deficitRules = DeficitRule.allCases.map(\.rawValue)
  public static let labourRules = LabourMobility.allCases.map(\.rawValue)

  /// - Throws: ``Refusal`` for a word that is none of the rules.
  func solver(tolerance: Double = 1e-10) throws(Refusal) -> SolverOptions {
    guard let deficits = DeficitRule(rawValue: deficits) else {
      throw .mend(
        field: "deficits",
        "'\(self.deficits)' is none of \(Self.deficitRules.joined(separator: ", "))")
    }
    guard let labour = LabourMobility(rawValue: labour) else {
      throw .mend(
        field: "labour", "'\(self.labour)' is none of \(Self.labourRules.joined(separator: ", "))")
    }
    return SolverOptions(deficits: deficits, labour: labour, tolerance: tolerance)
  }
}

extension Form<WorldOptions> {
  static var world: [FormField<WorldOptions>] {
    [
      .text("base", \.base, "The world base: 2017-81x28 or 2017-7x44."),
      .choice(
        "deficits", \.deficits, WorldOptions.deficitRules, "What is assumed of total balances."),
      .choice(
        "labour", \.labour, WorldOptions.labourRules, "Whether labour moves between sectors."),
      .text("theta", \.theta, "A set of trade elasticities, in place of the base's first."),
    ]
  }
}
