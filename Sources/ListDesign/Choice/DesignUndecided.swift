public import ListSelection
public import TradeAction

/// A brief for which neither a list nor the proof that there is none was found within the limit of the search.
public struct DesignUndecided: Sendable {
  public let brief: Brief
  /// At least one of them undecided, none with a list.
  public let rates: [Design.RateTried]
  public let search: SelectionOptions
}
