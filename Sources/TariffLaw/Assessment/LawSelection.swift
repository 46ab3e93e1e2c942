/// The terms and exemptions of a regime that may meet an origin on a day, by position: what else there
/// is need not be looked at.
struct LawSelection: Sendable {
  /// In the order of the regime.
  let measures: [Selected]

  /// What of one measure is selected.
  struct Selected: Sendable {
    let measure: Int
    /// Ascending.
    let terms: [Int]
    let exemptions: [Int]
  }
}
