/// A fact that would change the answer.
public struct Question: Hashable, Sendable {
  /// The name under which more digits of the code are asked for.
  static let moreDigits = "hts"

  /// The name to state it under; `quantity` for a quantity, `hts` for more digits of the code.
  public let fact: String
  public let unit: String?
  /// What may be stated, when it is a choice.
  public let values: [String]
  public let text: String
}
