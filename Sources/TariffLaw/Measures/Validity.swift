/// When a text applies, and since when that is known. Signing, publication and effect are three
/// different days; a retroactive text is one whose effect comes first.
public struct Validity: Hashable, Sendable {
  /// The days on which it applies, last day included.
  public let span: DaySpan
  public let signed: Day?
  public let published: Day?
  /// When the text that ended it was published; `nil` when the end was set from the start.
  public let endPublished: Day?

  public init(
    span: DaySpan, signed: Day? = nil, published: Day? = nil, endPublished: Day? = nil
  ) {
    self.span = span
    self.signed = signed
    self.published = published
    self.endPublished = endPublished
  }

  /// Whether it applies on `day` to someone who knows the texts published up to `knownOn`.
  ///
  /// - Parameter knownOn: `nil` for everything held.
  public func applies(on day: Day, knownOn: Day?) -> Bool {
    guard let knownOn else { return span.contains(day) }
    if let known = published ?? signed ?? span.first, known > knownOn { return false }
    if let endPublished, endPublished > knownOn {
      return DaySpan(from: span.first, until: nil).contains(day)
    }
    return span.contains(day)
  }
}
