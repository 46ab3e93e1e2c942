/// What an ad valorem part is a share of.
public enum DutyBase: Hashable, Sendable {
  /// The customs value of the article.
  case value
  /// The value of a named component or content of the article (`case`, `lead content`), which the
  /// entry must state as the fact of that name.
  case component(String)
}
