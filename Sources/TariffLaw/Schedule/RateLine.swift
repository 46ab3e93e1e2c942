/// The rates of a good in one edition.
public struct RateLine: Hashable, Sendable {
  public let code: HTSCode
  public let description: String
  public let context: String
  public let units: [QuantityUnit]
  public let general: DutyText
  public let special: SpecialRates
  /// Column 2.
  public let other: DutyText
  private let excluded: String

  package init(
    code: HTSCode, description: String, context: String, units: [QuantityUnit], general: DutyText,
    special: SpecialRates, other: DutyText, excluded: String
  ) {
    self.code = code
    self.description = description
    self.context = context
    self.units = units
    self.general = general
    self.special = special
    self.other = other
    self.excluded = excluded
  }

  /// The official words for the good, from the heading down.
  public var text: String { context.isEmpty ? description : "\(context) > \(description)" }

  /// Countries the line keeps out of a programme.
  public func excluded(from indicator: String) -> [CountryCode] {
    for group in excluded.split(separator: ";") {
      let parts = group.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0] == indicator else { continue }
      return parts[1].split(separator: ",").compactMap { CountryCode($0) }
    }
    return []
  }
}
