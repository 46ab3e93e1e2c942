public import TariffLaw

/// How a last or first day follows from the days of other steps.
public indirect enum DeadlineRule: Hashable, Sendable {
  /// So long after or before a day. Where the first day counts, a period of one day ends on the day it
  /// begins.
  case offset(CalendarOffset, isBefore: Bool, DeadlineAnchor, countsFirstDay: Bool)
  case fixed(Day)
  case earliest([DeadlineRule])
  case latest([DeadlineRule])
  /// Half way from one day to another, rounded down.
  case midpoint(DeadlineAnchor, DeadlineAnchor)

  /// The day that follows, and what is still missing for it.
  public struct Resolution: Hashable, Sendable {
    public var day: Day?
    /// The day counted from.
    public var start: Day?
    /// Days that are not known yet. With a day, an earlier one may still come of them.
    public var missing: [DeadlineAnchor] = []
  }

  /// The days this counts from, in the order of writing.
  public var anchors: [DeadlineAnchor] {
    switch self {
    case .offset(_, _, let anchor, _): [anchor]
    case .fixed: []
    case .earliest(let rules), .latest(let rules): rules.flatMap(\.anchors)
    case .midpoint(let from, let to): [from, to]
    }
  }

  /// - Parameter day: the day of an anchor; `nil` when it is not known yet.
  public func resolved(_ day: (DeadlineAnchor) -> Day?) -> Resolution {
    switch self {
    case .fixed(let fixed): return Resolution(day: fixed, start: nil)
    case .offset(let offset, let isBefore, let anchor, let countsFirstDay):
      guard let start = day(anchor) else { return Resolution(missing: [anchor]) }
      let sign = isBefore ? -1 : 1
      let moved = start.advanced(by: offset, sign: sign)
      return Resolution(
        day: moved.map { countsFirstDay && offset.count > 0 ? $0.advanced(by: -sign) : $0 },
        start: isBefore ? nil : start)
    case .midpoint(let from, let to):
      guard let first = day(from), let last = day(to) else {
        return Resolution(missing: [from, to].filter { day($0) == nil })
      }
      return Resolution(day: first.advanced(by: first.days(to: last) / 2), start: first)
    case .earliest(let rules):
      let parts = rules.map { $0.resolved(day) }
      var found = parts.filter { $0.day != nil }.min(by: Self.isEarlier) ?? Resolution()
      found.missing = parts.flatMap(\.missing)
      return found
    case .latest(let rules):
      let parts = rules.map { $0.resolved(day) }
      let missing = parts.flatMap(\.missing)
      guard missing.isEmpty, let found = parts.max(by: Self.isEarlier) else {
        return Resolution(missing: missing)
      }
      return found
    }
  }

  private static func isEarlier(_ a: Resolution, _ b: Resolution) -> Bool {
    guard let a = a.day, let b = b.day else { return a.day != nil }
    return a < b
  }
}

extension DeadlineRule: CustomStringConvertible {
  public var description: String {
    switch self {
    case .fixed(let day): "\(day)"
    case .offset(let offset, _, let anchor, _) where offset.count == 0:
      anchor.kind == .event ? "on the day of \(anchor.step)" : "on \(anchor.words)"
    case .offset(let offset, let isBefore, let anchor, let countsFirstDay):
      "\(offset) \(isBefore ? "before" : "after") \(anchor.words)"
        + (countsFirstDay ? ", that day counted" : "")
    case .midpoint(let from, let to): "half way from \(from.words) to \(to.words)"
    case .earliest(let rules): "the earlier of " + Self.list(rules)
    case .latest(let rules): "the later of " + Self.list(rules)
    }
  }

  private static func list(_ rules: [DeadlineRule]) -> String {
    rules.map { rule in
      let words = rule.description
      return words.hasPrefix("on ") ? String(words.dropFirst(3)) : words
    }.joined(separator: " and ")
  }
}
