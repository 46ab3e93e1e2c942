/// A day by which something can or must be done about an entry.
public struct Deadline: Hashable, Sendable {
  public let id: String
  public let title: String
  /// The deadline it counts from; `nil` for the day of entry.
  public let after: String?
  public let days: Int
  public let citation: String

  public init(id: String, title: String, after: String?, days: Int, citation: String) {
    self.id = id
    self.title = title
    self.after = after
    self.days = days
    self.citation = citation
  }
}

extension Regime {
  /// The deadlines of an entry, in the order of the law files.
  public func deadlines(from entered: Day) -> [(deadline: Deadline, day: Day)] {
    var days: [String: Day] = [:]
    return deadlines.compactMap { deadline in
      // The law files are checked for deadlines that count from one not named before.
      guard let start = deadline.after.map({ days[$0] }) ?? entered else { return nil }
      let day = start.advanced(by: deadline.days)
      days[deadline.id] = day
      return (deadline, day)
    }
  }
}
