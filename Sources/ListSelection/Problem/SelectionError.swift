/// Why a problem cannot be taken up.
public enum SelectionError: Error, Hashable, Sendable, CustomStringConvertible {
  case shapesDiffer(row: String)
  case noSuchCandidate(row: String, column: Int)
  case candidateTwice(row: String, column: Int)
  case costTooLarge
  case valueTooLarge(row: String)
  case highs(HighsError)
  /// Nobody waits for the choice.
  case stopped

  public var description: String {
    switch self {
    case .shapesDiffer(let row): "row '\(row)' has not as many values as columns"
    case .noSuchCandidate(let row, let column):
      "row '\(row)' names candidate \(column), which is none"
    case .candidateTwice(let row, let column): "row '\(row)' names candidate \(column) twice"
    case .costTooLarge: "a cost is beyond 2^53; use a larger unit"
    case .valueTooLarge(let row): "row '\(row)' has a value beyond 2^53; use a larger unit"
    case .highs(let error): error.description
    case .stopped: "the search was stopped"
    }
  }
}
