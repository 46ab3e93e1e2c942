/// A rate line by position: lines with equal positions of their texts have equal rates.
struct LineKey {
  let row: Int
  let code: HTSCode
  let general: Int
  let special: Int
  let other: Int
  /// The countries kept out of programmes.
  let excluded: Int
}
