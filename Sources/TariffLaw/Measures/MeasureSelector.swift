/// Names measures by id, by the start of their id up to a slash, or by authority.
public struct MeasureSelector: Hashable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public func matches(_ measure: Measure) -> Bool {
    measure.id == text || measure.authority == text
      || (measure.id.hasPrefix(text) && measure.id.utf8.dropFirst(text.utf8.count).first == 0x2F)
  }
}
