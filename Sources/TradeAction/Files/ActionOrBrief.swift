/// What stands in a folder of the library: an action, or a brief that an action is designed by.
public enum ActionOrBrief: Hashable, Sendable {
  case action(Action)
  case brief(Brief)

  public var importer: String {
    switch self {
    case .action(let action): action.importer
    case .brief(let brief): brief.importer
    }
  }

  public var baseline: String {
    switch self {
    case .action(let action): action.baseline
    case .brief(let brief): brief.baseline
    }
  }

  public var assumptions: String {
    switch self {
    case .action(let action): action.assumptions
    case .brief(let brief): brief.assumptions
    }
  }
}
