/// One row of an edition as compiled: texts as printed, rates inherited from the parent resolved.
public struct ScheduleRow: Hashable, Sendable {
  public let code: HTSCode
  public let description: String
  /// The descriptions above it, outermost first, joined by ` > `.
  public let context: String
  /// Units of quantity as printed, joined by `,`.
  public let units: String
  public let general: String
  public let special: String
  public let other: String
  /// Countries kept out of a programme for this line: `A*:BR,IN;D:ZA`.
  public let excluded: String

  public init(
    code: HTSCode, description: String, context: String = "", units: String = "",
    general: String = "", special: String = "", other: String = "", excluded: String = ""
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

  /// The same row under another code.
  package func recoded(_ code: HTSCode) -> ScheduleRow {
    ScheduleRow(
      code: code, description: description, context: context, units: units, general: general,
      special: special, other: other, excluded: excluded)
  }

  /// Whether the row states a rate, rather than only heading others.
  var hasRate: Bool { !general.isEmpty || !other.isEmpty || !special.isEmpty }
}
