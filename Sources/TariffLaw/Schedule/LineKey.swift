/// A rate line by position: lines with equal positions of their texts have equal rates.
struct LineKey {
  let row: Int
  let code: HTSCode
  let general: Int
  let special: Int
  let other: Int
  /// The countries kept out of programmes.
  let excluded: Int

  /// The position of the duty of a column; `nil` for a preference, of which a line has several.
  func text(of column: Column) -> Int? {
    switch column {
    case .general: general
    case .other: other
    case .special: nil
    }
  }
}
