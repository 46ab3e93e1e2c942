/// Law that is known to exist and is not held: where an entry meets it, the answer says so.
public struct Gap: Hashable, Sendable {
  /// What is missing.
  public let text: String
  public let citation: String
  public let span: DaySpan
  /// Goods and origins it may concern.
  public let scope: Scope

  public init(text: String, citation: String, span: DaySpan, scope: Scope) {
    self.text = text
    self.citation = citation
    self.span = span
    self.scope = scope
  }
}
