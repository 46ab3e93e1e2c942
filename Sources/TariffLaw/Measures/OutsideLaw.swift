/// Law of another kind, which the law files do not cover at all: it meets no entry and warns of
/// nothing, but whoever reads the answers must know of it.
public struct OutsideLaw: Hashable, Sendable {
  /// What is not covered.
  public let text: String
  public let citation: String

  public init(text: String, citation: String) {
    self.text = text
    self.citation = citation
  }
}
