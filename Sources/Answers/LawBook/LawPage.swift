/// One page of the printed law: Markdown with a path below the folder it is written to.
public struct LawPage: Hashable, Sendable {
  public let path: String
  public let text: String
}
