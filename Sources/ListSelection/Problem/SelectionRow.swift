/// A condition on what is chosen: `lower <= sum of value x chosen <= upper`.
///
/// The value window, a floor for a sector, a cap on a chapter and a number of goods are all rows.
public struct SelectionRow: Hashable, Sendable {
  /// What the row is called where it binds or clashes.
  public var name: String
  /// In units of the values; `nil` is no bound.
  public var lower: Int64?
  public var upper: Int64?
  /// The candidates with a value that is not zero, each once.
  public var columns: [Int]
  /// One a column, in any unit that makes them whole.
  public var values: [Int64]
  /// A firm row is never proposed for relaxing.
  public var isFirm: Bool

  public init(
    name: String, lower: Int64? = nil, upper: Int64? = nil, columns: [Int], values: [Int64],
    isFirm: Bool = false
  ) {
    self.name = name
    self.lower = lower
    self.upper = upper
    self.columns = columns
    self.values = values
    self.isFirm = isFirm
  }

  /// The sum over what is chosen.
  ///
  /// - Parameter chosen: one a candidate.
  public func activity(of chosen: [Bool]) -> Int128 {
    var sum: Int128 = 0
    for (column, value) in zip(columns, values) where chosen[column] { sum += Int128(value) }
    return sum
  }

  /// Whether a sum lies within the bounds.
  public func allows(_ activity: Int128) -> Bool {
    if let lower, activity < Int128(lower) { return false }
    if let upper, activity > Int128(upper) { return false }
    return true
  }
}
