/// How many lines a list has by a source that is not the list itself, to hold the list against.
public struct OfficialCount: Hashable, Sendable {
  /// Names of goods lists that the number counts together.
  public let lists: [String]
  /// The number of lines the source gives.
  public let official: Int
  /// The day whose edition of the schedule numbers the lines counted: what the lists hold is then
  /// the rate lines of that edition they cover in full or in part. `nil` counts the rows held.
  public let day: Day?
  public let source: String
  /// Why the numbers differ, where they do.
  public let note: String?

  public init(lists: [String], official: Int, day: Day? = nil, source: String, note: String? = nil)
  {
    self.lists = lists
    self.official = official
    self.day = day
    self.source = source
    self.note = note
  }
}
