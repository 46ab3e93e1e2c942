/// The part of the value a duty is laid on. Shares are facts in percent of the customs value.
public enum ValueBase: Hashable, Sendable {
  /// The customs value.
  case value
  /// The share a fact states, such as the value of a metal in the article.
  case content(String)
  /// The customs value less the share a fact states, such as domestic content.
  case excluding(String)
  /// What the content bases of the selected measures leave of the value, where those apply.
  case remainder(of: [MeasureSelector])
  /// A sum of money a fact states in place of the customs value.
  case amount(String)
}
