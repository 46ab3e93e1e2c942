public import TariffLaw

/// A run of editions that have a code, with what may have come before and after.
public struct CodeLife: Sendable {
  public let first: Edition
  public let last: Edition
  /// The day before the first edition without it; `nil` while it lasts.
  public let until: Day?
  /// Whether earlier editions hold no statistical suffixes, so that it may be older.
  public let mayBeOlder: Bool
  public let predecessors: [CodeRelative]
  public let successors: [CodeRelative]
}
