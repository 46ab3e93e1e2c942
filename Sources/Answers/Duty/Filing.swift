public import JSONText
public import TariffLaw

/// What is filed for an entry: the lines one article is split into, the headings each declares, amounts
/// rounded as they are filed, and the days that matter afterwards.
public struct Filing: Sendable {
  /// The day whose law governs the entry.
  public let governingDay: Day
  public let lines: [Line]
  public let deadlines: [(deadline: Deadline, day: Day)]

  /// One line of the entry: the whole article, or the part of its value that a duty on content is on.
  public struct Line: Sendable {
    /// The fact whose content the line reports; `nil` for the whole article or the rest of it.
    public let content: String?
    public let share: Fraction
    /// Whole dollars; `nil` when the value is not stated.
    public let value: Int?
    /// Headings to declare before the code of the good, in the order of the answer.
    public let headings: [String]
  }

  /// - Returns: `nil` when there is no answer to file.
  public init?(_ assessment: Assessment, regime: Regime) {
    guard [.ok, .needsFacts].contains(assessment.status) else { return nil }
    let entry = assessment.entry
    governingDay = regime.governingDay(of: entry)
    deadlines = regime.deadlines(from: entry.day)

    var contents: [(fact: String, share: Fraction)] = []
    for line in assessment.lines {
      guard let base = line.base, let fact = base.content, base.share.isPositive, base.share < 1,
        !contents.contains(where: { $0.fact == fact })
      else { continue }
      contents.append((fact, base.share))
    }
    let rest = contents.reduce(Fraction.one) { $0 - $1.share }
    var parts: [(content: String?, share: Fraction)] = contents.map { ($0.fact, $0.share) }
    if rest.isPositive || parts.isEmpty { parts.append((nil, max(rest, 0))) }

    let values = Filing.values(parts.map(\.share), of: entry.value)
    lines = parts.enumerated().map { position, part in
      Line(
        content: part.content, share: part.share, value: values?[position],
        headings: Filing.headings(assessment.lines, on: part.content, isSplit: parts.count > 1))
    }
  }

  /// Whole dollars for each share, which add up to the value in whole dollars: the rest of the rounding
  /// goes to the last.
  private static func values(_ shares: [Fraction], of value: Fraction?) -> [Int]? {
    guard let value, let total = Filing.dollars(value) else { return nil }
    var values = shares.map { Filing.dollars($0 * value) ?? 0 }
    values[values.count - 1] = total - values.dropLast().reduce(0, +)
    return values
  }

  /// Rounded half-up to the dollar.
  private static func dollars(_ amount: Fraction) -> Int? {
    Int(exactly: amount.rounded(toOneOver: 1).numerator)
  }

  /// The headings of the lines that are on a part: those on the whole value on every part, those on a
  /// content on its own, those on the rest elsewhere, where they declare why they stand aside.
  private static func headings(
    _ lines: [AssessedLine], on content: String?, isSplit: Bool
  ) -> [String] {
    var headings: [String] = []
    for line in lines {
      guard let heading = line.declared, !headings.contains(heading) else { continue }
      if isSplit, let base = line.base {
        let isOwn = base.content == content
        let isWhole = base.content == nil && base.share == 1
        guard isOwn || isWhole else { continue }
      }
      headings.append(heading)
    }
    return headings
  }

  /// The member `filing` of the answer.
  public var json: JSONValue {
    .object([
      ("governing_day", .day(governingDay)),
      (
        "lines",
        .array(
          lines.map { line in
            .object([
              ("content", .text(line.content)), ("share", .exact(line.share)),
              ("value", line.value.map { .integer($0) } ?? .null),
              ("headings", .array(line.headings.map { .string($0) })),
            ])
          })
      ),
      (
        "deadlines",
        .array(
          deadlines.map { deadline, day in
            .object([
              ("id", .string(deadline.id)), ("title", .string(deadline.title)),
              ("day", .day(day)), ("citation", .string(deadline.citation)),
            ])
          })
      ),
    ])
  }

  /// The filing as lines of text.
  var text: [String] {
    var page = ["Filed (the law of \(governingDay) governs):"]
    for line in lines {
      let part =
        line.share == 1
        ? "the article" : (line.content.map { "\($0) content" } ?? "the rest of the value")
      page.append(
        "  " + Amount.left(part, 24)
          + Amount.right(line.value.map { "$" + Amount.grouped("\($0)") } ?? "", 14) + "  "
          + (line.headings.isEmpty
            ? "no additional heading" : line.headings.joined(separator: ", ")))
    }
    for (deadline, day) in deadlines {
      page.append("  \(day)  \(deadline.title) [\(deadline.citation)]")
    }
    return page + [""]
  }
}
