/// What the law of one authority comes to.
public struct AuthoritySummary: Hashable, Sendable {
  public let authority: String
  /// The page, below the folder of the printed law.
  public let page: String
  public let measures: Int
  public let terms: Int
  public let exemptions: Int
  /// Goods lists its measures name, written in a file or where they are used; a list that several
  /// authorities name counts for each.
  public let lists: Int
  /// Rows of those lists.
  public let rows: Int
  /// Official numbers its lists are held against, and how many of them are met.
  public let counts: Int
  public let agreeing: Int
}
