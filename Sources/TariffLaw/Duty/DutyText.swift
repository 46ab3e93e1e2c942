/// A rate of duty as printed, with what it means where it could be read.
///
/// Text that the parser does not understand stays text, and every answer that needs it says so;
/// it is never taken for zero.
public enum DutyText: Hashable, Sendable {
  case parsed(DutyExpression, text: String)
  /// Not understood. The entry's status becomes `unparsed` if the rate matters.
  case unparsed(text: String)

  public var text: String {
    switch self {
    case .parsed(_, let text), .unparsed(let text): text
    }
  }

  public var expression: DutyExpression? {
    if case .parsed(let expression, _) = self { expression } else { nil }
  }
}
