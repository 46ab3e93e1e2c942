/// The days from `first` to `last`, both included; an absent end is open.
public struct DaySpan: Hashable, Sendable {
  public let first: Day?
  /// The last day, inclusive, as the notices write it.
  public let last: Day?

  public static let always = DaySpan(from: nil, until: nil)

  public init(from first: Day?, until last: Day?) {
    self.first = first
    self.last = last
  }

  public func contains(_ day: Day) -> Bool {
    if let first, day < first { return false }
    if let last, day > last { return false }
    return true
  }

  public func overlaps(_ other: DaySpan) -> Bool {
    if let last, let start = other.first, last < start { return false }
    if let last = other.last, let first, last < first { return false }
    return true
  }

  /// Whether the span has no day at all.
  public var isEmpty: Bool {
    if let first, let last { last < first } else { false }
  }
}

extension DaySpan: CustomStringConvertible {
  public var description: String {
    switch (first, last) {
    case (let first?, let last?): first == last ? "\(first)" : "\(first) to \(last)"
    case (let first?, nil): "from \(first)"
    case (nil, let last?): "until \(last)"
    case (nil, nil): "always"
    }
  }
}
