/// The words of a code in an edition, whether it states a rate or only heads others.
public struct ScheduleWords: Hashable, Sendable {
  public let code: HTSCode
  public let description: String
  /// The descriptions above it, outermost first, joined by ` > `.
  public let context: String
  /// Whether the code states a rate.
  public let hasRate: Bool

  package init(code: HTSCode, description: String, context: String, hasRate: Bool) {
    self.code = code
    self.description = description
    self.context = context
    self.hasRate = hasRate
  }
}
