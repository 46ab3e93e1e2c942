/// A published state of the schedule.
public struct Edition: Hashable, Sendable {
  public let id: String
  public let title: String
  /// The first day this edition is used for.
  public let from: Day
  /// The day it was published; `nil` when not known.
  public let published: Day?
  /// Whether statistical suffixes (ten digits) are held; if not, any suffix of a rate line passes.
  public let holdsSuffixes: Bool

  public init(id: String, title: String, from: Day, published: Day?, holdsSuffixes: Bool) {
    self.id = id
    self.title = title
    self.from = from
    self.published = published
    self.holdsSuffixes = holdsSuffixes
  }
}
