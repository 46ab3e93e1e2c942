/// Why no choice satisfies the rows, and what would help.
public struct SelectionClash: Hashable, Sendable {
  /// A bound of a row, moved.
  public struct Change: Hashable, Sendable {
    /// The position of the row.
    public let row: Int
    public let isLower: Bool
    /// The bound as it stands and as it would be, in the row's units.
    public let from: Int64
    public let to: Int128
    /// The move as a share of the bound, or of the largest sum that the row can have where the bound is 0.
    public let relative: Double
  }

  /// Moves of bounds with a choice that they allow, checked in whole numbers.
  public struct Remedy: Hashable, Sendable {
    public let changes: [Change]
    public let chosen: [Bool]
    /// Whether no smaller move helps, to one part in 10,000 of the row's sum. Of several rows together it is
    /// the least for choices in fractions only, and always `false`.
    public let isLeast: Bool

    public var relative: Double { changes.reduce(0) { $0 + $1.relative } }
  }

  /// Positions of rows that cannot hold together; without any one of them the others can, as far as
  /// could be shown.
  public let rows: [Int]
  /// Whether they fail even if candidates could be chosen in part; else only whole choices fail.
  public let failsInFractions: Bool
  /// For each clashing row that is not firm, its least move alone, where one helps.
  public let alone: [Remedy]
  /// The least sum of relative moves over all rows that are not firm.
  public let together: Remedy?
}
