public import JSONText
public import TariffLaw

extension RateChanges {
  /// What differs, counted.
  public struct Summary: Sendable {
    /// Cells of either day.
    public var cells = 0
    public var changed = 0
    public var up = 0
    public var down = 0
    /// Cells with the same rate and another status or other measures.
    public var sameRate = 0
    /// Cells in which the rate is not known on one of the days.
    public var unknown = 0
    /// Cells of codes that only the later day has, and only the earlier.
    public var begun = 0
    public var ended = 0
    /// Cells in which the rate of the schedule itself differs.
    public var schedule = 0
    public var measures: [String: Measure] = [:]
    public var groups: [Group] = []

    /// In how many cells a measure came, went, rose or fell.
    public struct Measure: Hashable, Sendable {
      public var came = 0
      public var went = 0
      public var rose = 0
      public var fell = 0
    }

    /// Cells that differ by as much through the same measures, with the first of them.
    public struct Group: Sendable {
      public let difference: Fraction
      public let measures: [RateChange.Measure]
      public var cells: Int
      public let hts: HTSCode
      public let origin: CountryCode
      public let change: RateChange

      var size: Fraction { difference.isNegative ? 0 - difference : difference }
    }
  }

  /// The counts, with the groups of like changes, the largest first.
  public var summary: Summary {
    var counts = [Int](repeating: 0, count: kinds.count)
    var firsts = [(code: HTSCode, origin: CountryCode)?](repeating: nil, count: kinds.count)
    forEach { code, origin, kind in
      counts[kind] += 1
      if firsts[kind] == nil { firsts[kind] = (code, origin) }
    }
    var summary = Summary()
    summary.cells = cellCount
    var groups: [GroupKey: Int] = [:]
    // In the order of the first cell, so that a group's example is the first of its cells.
    let found = kinds.indices.compactMap { kind in firsts[kind].map { (kind, $0) } }
      .sorted { a, b in (a.1.code, a.1.origin) < (b.1.code, b.1.origin) }
    for (kind, first) in found {
      let change = kinds[kind]
      let count = counts[kind]
      summary.changed += count
      guard change.before != nil, change.after != nil else {
        if change.before == nil { summary.begun += count } else { summary.ended += count }
        continue
      }
      let measures = change.measures
      for measure in measures {
        var tally = summary.measures[measure.measure] ?? Summary.Measure()
        switch (measure.before, measure.after) {
        case (let old?, let new?): if new < old { tally.fell += count } else { tally.rose += count }
        case (nil, _): tally.came += count
        case (_, nil): tally.went += count
        }
        summary.measures[measure.measure] = tally
      }
      if let own = change.scheduleDifference, !own.isZero { summary.schedule += count }
      guard let difference = change.difference else {
        summary.unknown += count
        continue
      }
      if difference.isZero {
        summary.sameRate += count
      } else if difference.isPositive {
        summary.up += count
      } else {
        summary.down += count
      }
      let key = GroupKey(difference: difference, measures: measures)
      if let known = groups[key] {
        summary.groups[known].cells += count
      } else {
        groups[key] = summary.groups.count
        summary.groups.append(
          Summary.Group(
            difference: difference, measures: measures, cells: count, hts: first.code,
            origin: first.origin, change: change))
      }
    }
    summary.groups.sort { a, b in
      let (x, y) = (a.size, b.size)
      if x != y { return x > y }
      return a.cells != b.cells ? a.cells > b.cells : (a.hts, a.origin) < (b.hts, b.origin)
    }
    return summary
  }

  private struct GroupKey: Hashable {
    let difference: Fraction
    let measures: [RateChange.Measure]
  }

  /// How many groups an answer lists.
  private static let listed = 20

  /// The document of `rates changes`.
  public var json: JSONValue {
    let summary = summary
    return .object([
      ("from", .day(before.day)),
      ("to", .day(after.day)),
      ("edition_before", .string(before.edition.id)),
      ("edition_after", .string(after.edition.id)),
      ("cells", .integer(summary.cells)),
      ("changed", .integer(summary.changed)),
      ("up", .integer(summary.up)),
      ("down", .integer(summary.down)),
      ("same_rate", .integer(summary.sameRate)),
      ("unknown", .integer(summary.unknown)),
      ("begun", .integer(summary.begun)),
      ("ended", .integer(summary.ended)),
      ("schedule_rate", .integer(summary.schedule)),
      (
        "measures",
        .array(
          RateChanges.ordered(summary.measures).map { name, tally in
            .object([
              ("measure", .string(name)), ("came", .integer(tally.came)),
              ("went", .integer(tally.went)), ("rose", .integer(tally.rose)),
              ("fell", .integer(tally.fell)),
            ])
          })
      ),
      ("groups", .integer(summary.groups.count)),
      ("largest", .array(summary.groups.prefix(RateChanges.listed).map(RateChanges.json))),
    ])
  }

  private static func json(_ group: Summary.Group) -> JSONValue {
    .object([
      ("difference", .exact(group.difference)),
      ("cells", .integer(group.cells)),
      (
        "measures",
        .array(
          group.measures.map {
            .object([
              ("measure", .string($0.measure)), ("before", .exact($0.before)),
              ("after", .exact($0.after)),
            ])
          })
      ),
      (
        "example",
        .object([
          ("hts", .string(group.hts.digits)), ("origin", .string(group.origin.text)),
          ("rate_before", .exact(group.change.before?.rate)),
          ("rate_after", .exact(group.change.after?.rate)),
        ])
      ),
    ])
  }

  /// The summary as a page of text.
  public var text: String {
    let summary = summary
    func count(_ number: Int) -> String { Amount.grouped("\(number)") }
    var page = [
      "\(before.day) (\(before.edition.id)) to \(after.day) (\(after.edition.id)): "
        + "\(count(summary.changed)) of \(count(summary.cells)) cells differ",
      "  up \(count(summary.up)), down \(count(summary.down)), same rate "
        + "\(count(summary.sameRate)), not known \(count(summary.unknown)), codes begun "
        + "\(count(summary.begun)), ended \(count(summary.ended)); rate of the schedule itself "
        + count(summary.schedule),
    ]
    if !summary.measures.isEmpty {
      page += ["", "      came       went       rose       fell  measure"]
      page += RateChanges.ordered(summary.measures).map { name, tally in
        [tally.came, tally.went, tally.rose, tally.fell].map { Amount.right(count($0), 10) }
          .joined(separator: " ") + "  " + name
      }
    }
    if !summary.groups.isEmpty {
      page += ["", "Largest:"]
      page += summary.groups.prefix(RateChanges.listed).map { group in
        let measures = group.measures.map {
          "\($0.measure) \($0.before.map(Amount.percent) ?? "-") to "
            + ($0.after.map(Amount.percent) ?? "-")
        }
        return "  "
          + Amount.right(
            (group.difference.isPositive ? "+" : "")
              + Amount.percent(group.difference), 10)
          + Amount.right(count(group.cells), 11) + " cells, as \(group.hts.dotted) from "
          + "\(group.origin): "
          + (measures.isEmpty
            ? "rate of the schedule"
            : measures
              .joined(separator: "; "))
      }
    }
    return page.joined(separator: "\n") + "\n"
  }

  private static func ordered(
    _ measures: [String: Summary.Measure]
  ) -> [(key: String, value: Summary.Measure)] {
    func all(_ tally: Summary.Measure) -> Int { tally.came + tally.went + tally.rose + tally.fell }
    return measures.sorted { a, b in
      all(a.value) != all(b.value) ? all(a.value) > all(b.value) : a.key < b.key
    }
  }
}
