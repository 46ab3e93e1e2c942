/// The part of the customs value that the duty of a line is on.
public struct LineBase: Hashable, Sendable {
  /// Of the customs value.
  public let share: Fraction
  /// The fact whose content bears the duty, as that of a metal; `nil` for the whole value or the rest.
  public let content: String?
}
