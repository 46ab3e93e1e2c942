public import TariffLaw

/// A number that holds from day to day and changes at once, with the causes of its changes.
public struct StepLine: Chart {
  /// A span of days, both inclusive, over which the number is the same.
  public struct Interval: Sendable {
    public let from: Day
    public let until: Day
    /// `nil` where it is not known.
    public let value: Double?
    /// What it may be, where that is not one number.
    public let range: ClosedRange<Double>?
    /// Why it begins; empty where nothing is said.
    public let causes: [String]

    public init(
      from: Day, until: Day, value: Double?, range: ClosedRange<Double>? = nil,
      causes: [String] = []
    ) {
      self.from = from
      self.until = until
      self.value = value
      self.range = range
      self.causes = causes
    }
  }

  public let title: String
  public let subtitle: String
  /// In order of days, without overlap.
  public let intervals: [Interval]
  public let unit: Unit

  public init(title: String, subtitle: String = "", intervals: [Interval], unit: Unit) {
    self.title = title
    self.subtitle = subtitle
    self.intervals = intervals
    self.unit = unit
  }

  /// Where a number is given to a change, in order of days.
  var marked: [Interval] { intervals.filter { !$0.causes.isEmpty } }

  func value(_ interval: Interval) -> String {
    guard let value = interval.value else { return "not known" }
    guard let range = interval.range, range.lowerBound < range.upperBound else {
      return unit.words(value)
    }
    return "\(unit.words(value)) (\(unit.words(range)))"
  }

  public var words: String {
    guard let first = intervals.first, let last = intervals.last else {
      return "\(title). There is nothing to show."
    }
    var sentences = ["\(title), \(first.from) to \(last.until)."]
    let known = intervals.compactMap { interval in interval.value.map { (interval, $0) } }
    if let highest = known.max(by: { $0.1 < $1.1 }), let lowest = known.min(by: { $0.1 < $1.1 }) {
      sentences.append(
        "It begins at \(value(first)) and ends at \(value(last)); the highest is "
          + "\(value(highest.0)) from \(highest.0.from), the lowest \(value(lowest.0)) from "
          + "\(lowest.0.from).")
    }
    sentences += marked.map {
      "From \($0.from) it is \(value($0)): \($0.causes.joined(separator: "; "))."
    }
    return sentences.joined(separator: " ")
  }

  public var table: Table {
    Table(
      title,
      [
        .init("from"), .init("until"), .init("value", unit), .init("low", unit),
        .init("high", unit), .init("causes"),
      ],
      intervals.map {
        [
          .text("\($0.from)"), .text("\($0.until)"), .number($0.value),
          .number($0.range?.lowerBound), .number($0.range?.upperBound),
          .text($0.causes.joined(separator: "; ")),
        ]
      })
  }
}
