/// The models an action can be assessed with.
public enum ImpactModel: String, Sendable, CaseIterable {
  /// The exact partial equilibrium of three nests.
  case pe
  /// SMART of the World Bank.
  case smart
  /// GSIM of Francois and Hall, for the importer's market alone.
  case gsim

  /// The assumptions it takes unless told otherwise; `nil` for those of the action.
  public var assumptions: String? {
    switch self {
    case .pe: nil
    case .smart: "smart-defaults"
    case .gsim: "gsim-defaults"
    }
  }

  /// Whether home producers are in it.
  public var hasHomeProducers: Bool { self == .pe }

  /// What it leaves out that the others have, in words.
  public var leavesOut: [String] {
    switch self {
    case .pe: []
    case .smart:
      [
        "home producers",
        "the cost of buying from a dearer origin, in the deadweight loss (SMART counts creation alone)",
        "substitution between goods",
      ]
    case .gsim:
      [
        "home producers", "substitution between goods",
        "what buyers save by turning from dear origins to others (GSIM's index of their prices is linear)",
        "anything beyond the first order: changes are linear in the duty",
      ]
    }
  }
}
