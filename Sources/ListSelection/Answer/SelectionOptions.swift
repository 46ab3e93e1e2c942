/// When a search may stop.
///
/// Limits are counts, never times: the same problem gets the same answer on a slow machine.
public struct SelectionOptions: Hashable, Sendable {
  /// The largest distance from the bound to the cost of the choice, as a share of that cost.
  public var gap: Double
  /// The largest number of nodes of the tree.
  public var nodeLimit: Int

  public init(gap: Double = 1e-4, nodeLimit: Int = 500) {
    self.gap = gap
    self.nodeLimit = nodeLimit
  }

  /// No choice that costs this much or more is looked for once one at `objective` is known.
  func threshold(_ objective: Int128) -> Int128 {
    let allowed = Double(objective.magnitude) * min(max(gap, 0), 1)
    return objective - Int128(allowed.rounded(.down))
  }
}
