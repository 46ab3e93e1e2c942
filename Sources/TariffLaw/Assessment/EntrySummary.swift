/// What is owed on an entry, without the words: for sweeps over many.
public struct EntrySummary: Sendable {
  public let status: EntryStatus
  public let total: Assessment.Total
  /// The lines that count, and those that stand aside.
  public let lines: [AssessedLine]
  /// What to state, by name, where the status is `needs-facts`.
  let asks: [String]
  /// Texts of duties that apply and could not be read.
  let unparsed: [String]
  let separable: Separable?
  /// Whether the value or a quantity was stated or asked for, so that another would change the rate.
  let dependsOnAmounts: Bool
  /// Whether a condition or a base asks for the value, and needs no missing quantity beside it.
  let dependsOnValue: Bool

  /// The column that counts and the sum of the measures on top.
  struct Separable {
    let column: Column
    let additional: Fraction
  }
}
