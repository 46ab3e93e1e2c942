public import TariffLaw
public import TradeAction

/// How a list is to be rotated.
public struct RotationRequest: Sendable {
  /// From the day the action is first taken to the first revision, and from one to the next.
  public let first: CalendarOffset
  public let every: CalendarOffset
  public let revisions: Int
  /// The least share of the list's value that each revision replaces. An assumption: the law names none.
  public let share: Double
  /// How far the value of the list may move from where it began, as a share of it.
  public let tolerance: Double
  /// Lines that may come on; `nil` for all that the partner sells.
  public let pool: GoodsList?

  public init(
    first: CalendarOffset, every: CalendarOffset, revisions: Int, share: Double, tolerance: Double,
    pool: GoodsList? = nil
  ) {
    self.first = first
    self.every = every
    self.revisions = revisions
    self.share = share
    self.tolerance = tolerance
    self.pool = pool
  }
}
