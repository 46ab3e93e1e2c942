/// A case in which a measure does not apply, with its own dates and authority.
public struct Exemption: Hashable, Sendable {
  public let validity: Validity
  public let heading: String?
  public let scope: Scope
  public let citation: String
  /// What is exempt, in words; for an exclusion by description, the description as far as held.
  public let text: String

  public init(
    validity: Validity, heading: String? = nil, scope: Scope, citation: String, text: String
  ) {
    self.validity = validity
    self.heading = heading
    self.scope = scope
    self.citation = citation
    self.text = text
  }
}
