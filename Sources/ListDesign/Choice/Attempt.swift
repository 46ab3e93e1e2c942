/// What the search for a list comes to.
public enum Attempt<Found: Sendable>: Sendable {
  case chosen(Found)
  /// Proven: no list meets the conditions.
  case impossible
  /// The search ended at its limit before a list, or the proof that there is none. A list that meets the
  /// conditions, should there be one, has an objective of no less than the bound, dollars a year.
  case undecided(bound: Double)

  public enum Status: String, Hashable, Sendable {
    case chosen
    case impossible
    case undecided
  }

  public var status: Status {
    switch self {
    case .chosen: .chosen
    case .impossible: .impossible
    case .undecided: .undecided
    }
  }

  public var found: Found? {
    if case .chosen(let found) = self { found } else { nil }
  }

  /// What is known of the objective where nothing was found.
  public var bound: Double? {
    if case .undecided(let bound) = self { bound } else { nil }
  }

  func map<Other: Sendable>(_ transform: (Found) throws -> Other) rethrows -> Attempt<Other> {
    switch self {
    case .chosen(let found): .chosen(try transform(found))
    case .impossible: .impossible
    case .undecided(let bound): .undecided(bound: bound)
    }
  }
}
