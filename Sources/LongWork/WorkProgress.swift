/// How far a part of some work is.
public struct WorkProgress: Hashable, Sendable {
  /// What the steps are, in the plural: `draws`.
  public let steps: String
  public let done: Int
  public let total: Int
}
