public import TradeAction

/// One condition on the list, as a row of the selection.
public struct Condition: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case target(Brief.Target.Measure)
    case lines
    case floor(String, share: Double)
    case cap(String, share: Double)
  }

  public let kind: Kind
  /// In words.
  public let name: String
  /// What one unit of the row is: cents of the target, of value above the share, or a line.
  public let unit: Unit
  /// Never to give way where the brief cannot be met.
  public let isFirm: Bool

  public enum Unit: String, Hashable, Sendable {
    /// Dollars of what the target counts.
    case dollars
    /// Dollars of value above (floors) or below (caps) the share.
    case dollarsBeyondShare = "dollars beyond the share"
    case lines
  }
}
