public import TariffLaw

/// Spans and marks over time in rows, the rows in groups.
public struct Gantt: Chart {
  /// What a span of days stands for.
  public enum SpanKind: String, CaseIterable, Sendable {
    case inForce = "in force"
    case allowed = "time allowed"
    case taken = "time taken"
    case late
  }

  /// What a single day stands for.
  public enum MarkKind: String, CaseIterable, Sendable {
    case done
    case announced
    case due = "last day"
    case missed = "last day, late"
  }

  public struct Span: Sendable {
    public let kind: SpanKind
    public let days: ClosedRange<Day>
    /// What is written at it where it is pointed at; empty for its days alone.
    public let note: String

    public init(_ kind: SpanKind, _ days: ClosedRange<Day>, note: String = "") {
      self.kind = kind
      self.days = days
      self.note = note
    }
  }

  public struct Mark: Sendable {
    public let kind: MarkKind
    public let day: Day

    public init(_ kind: MarkKind, _ day: Day) {
      self.kind = kind
      self.day = day
    }
  }

  public struct Row: Sendable {
    public let label: String
    /// Said at the right: a rate, or the day that matters most.
    public let caption: String
    /// Drawn in their order, the later over the earlier.
    public let spans: [Span]
    public let marks: [Mark]

    public init(_ label: String, caption: String = "", spans: [Span], marks: [Mark] = []) {
      self.label = label
      self.caption = caption
      self.spans = spans
      self.marks = marks
    }
  }

  public struct Group: Sendable {
    /// The authority, or empty where there is one group alone.
    public let name: String
    public let rows: [Row]

    public init(_ name: String, rows: [Row]) {
      self.name = name
      self.rows = rows
    }
  }

  public let title: String
  public let subtitle: String
  public let groups: [Group]
  /// The day it is looked at.
  public let today: Day?
  /// Every day shown lies in it.
  public let span: ClosedRange<Day>

  /// - Parameter today: the day a line is drawn at; the axis holds it.
  public init(title: String, subtitle: String = "", groups: [Group], today: Day? = nil) {
    self.title = title
    self.subtitle = subtitle
    self.groups = groups.filter { !$0.rows.isEmpty }
    self.today = today
    let rows = self.groups.flatMap(\.rows)
    let days =
      rows.flatMap { row in
        row.marks.map(\.day) + row.spans.flatMap { [$0.days.lowerBound, $0.days.upperBound] }
      } + [today].compactMap { $0 }
    let first = days.min() ?? Day(number: 0)
    let last = days.max() ?? first
    // A little room at both ends, so that no mark is cut.
    let room = max(7, first.days(to: last) / 40)
    span = first.advanced(by: -room)...last.advanced(by: room)
  }

  public var words: String {
    var sentences = [title + (today.map { ", on \($0)." } ?? ".")]
    for group in groups {
      for row in group.rows {
        let parts =
          row.spans.map { "\($0.kind.rawValue) \($0.days.lowerBound) to \($0.days.upperBound)" }
          + row.marks.map { "\($0.kind.rawValue) \($0.day)" }
        sentences.append(
          (group.name.isEmpty ? "" : "\(group.name): ") + row.label
            + (row.caption.isEmpty ? "" : ", \(row.caption)")
            + (parts.isEmpty ? "." : ": \(parts.joined(separator: ", "))."))
      }
    }
    return sentences.joined(separator: " ")
  }

  public var table: Table {
    Table(
      title,
      [
        .init("group"), .init("row"), .init("caption"), .init("kind"), .init("from"),
        .init("until"), .init("note"),
      ],
      groups.flatMap { group in
        group.rows.flatMap { row in
          let head: [Table.Cell] = [.text(group.name), .text(row.label), .text(row.caption)]
          return row.spans.map { span in
            head + [
              .text(span.kind.rawValue), .text("\(span.days.lowerBound)"),
              .text("\(span.days.upperBound)"), .text(span.note),
            ]
          }
            + row.marks.map { mark in
              head + [
                .text(mark.kind.rawValue), .text("\(mark.day)"), .text("\(mark.day)"), .missing,
              ]
            }
        }
      })
  }
}
