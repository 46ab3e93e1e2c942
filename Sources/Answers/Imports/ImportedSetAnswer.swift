public import JSONText
public import TradeData

/// An imported set as the surfaces show it.
public struct ImportedSetAnswer: Sendable {
  public let set: ImportedSet
  /// Rows of the map that met nothing.
  public let unusedMap: [String]
  /// Whether the set was there before; `nil` where the question is not asked.
  public let isNew: Bool?

  public init(_ set: ImportedSet, unusedMap: [String] = [], isNew: Bool? = nil) {
    self.set = set
    self.unusedMap = unusedMap
    self.isNew = isNew
  }

  /// The document of `data import`, and of a set in `data list`. Amounts are dollars.
  public var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("set", .string(set.name)), ("baseline", .string(set.baseline)),
    ]
    if let isNew { members.append(("status", .string(isNew ? "imported" : "already-there"))) }
    members += [
      ("year", .integer(set.year)), ("layout", .string(set.layout)),
      ("basis", .string(set.basis.rawValue)), ("sha256", .string(set.sha256)),
      ("rows", .integer(set.rows)), ("cells", .integer(set.total.cells)),
      ("value", Self.dollars(set.total.value)), ("duty", Self.dollars(set.total.duty)),
      (
        "special_chapters",
        .array(
          set.specialChapters.sorted { $0.key < $1.key }.map { chapter, sum in
            .object([
              ("chapter", .integer(chapter)), ("cells", .integer(sum.cells)),
              ("value", Self.dollars(sum.value)), ("duty", Self.dollars(sum.duty)),
            ])
          })
      ),
      (
        "unknown",
        .object([
          ("value_rows", .integer(set.unknownValueRows)),
          ("duty_rows", .integer(set.unknownDutyRows)),
          ("cells_no_baseline_can_use", .integer(set.unusable.rows)),
          ("their_known_value", Self.dollars(set.unusable.value)),
        ])
      ),
      (
        "left_out",
        .object([
          ("summaries", Self.leftOut(set.summaries)),
          ("other_years", Self.leftOut(set.otherYears)),
          ("dropped_by_map", Self.leftOut(set.dropped)),
        ])
      ),
      ("mapped", Self.leftOut(set.mapped)),
      ("unused_map_rows", .array(unusedMap.map { .string($0) })),
      (
        "parts",
        .array(
          set.parts.map { part in
            .object([
              ("file", .string(part.file)), ("sha256", .string(part.sha256)),
              ("bytes", .integer(part.bytes)), ("rows", .integer(part.rows)),
            ])
          })
      ),
    ]
    return .object(members)
  }

  /// The set as a page of text.
  public var text: String {
    var page: [String] = []
    switch isNew {
    case true?: page.append("Imported \(set.name): \(about)")
    case false?: page.append("\(set.name) is in the store already; nothing changed. \(about)")
    case nil: page.append("\(set.name)  \(about)")
    }
    page.append(
      row("records", Amount.grouped("\(set.rows)"), "\(Amount.grouped("\(set.total.cells)")) cells")
    )
    page.append(row("customs value", money(set.total.value)))
    page.append(row("calculated duty", money(set.total.duty)))
    for (chapter, sum) in set.specialChapters.sorted(by: { $0.key < $1.key }) {
      page.append(row("  value in chapter \(chapter)", money(sum.value), "duty \(money(sum.duty))"))
    }
    for (what, leftOut) in [
      ("sums and other measures", set.summaries), ("other years", set.otherYears),
      ("dropped by the map", set.dropped), ("moved by the map", set.mapped),
    ] where leftOut.rows > 0 {
      page.append(row(what, records(leftOut.rows), money(leftOut.value)))
    }
    if set.unknownValueRows > 0 {
      page.append(row("value withheld", records(set.unknownValueRows), "unknown, not zero"))
    }
    if set.unknownDutyRows > 0 {
      page.append(row("duty withheld", records(set.unknownDutyRows), "unknown, not zero"))
    }
    if set.unusable.rows > 0 {
      page.append(
        row(
          "without value or duty", "\(Amount.grouped("\(set.unusable.rows)")) cells",
          "\(money(set.unusable.value)); no baseline can use them"))
    }
    if !unusedMap.isEmpty {
      page.append(
        "  of the map met nothing: " + unusedMap.prefix(20).joined(separator: ", ")
          + (unusedMap.count > 20 ? ", …" : ""))
    }
    for part in set.parts {
      page.append(
        "  \(part.file)  \(records(part.rows))  \(Amount.grouped("\(part.bytes)")) bytes  sha256"
          + " \(part.sha256.prefix(16))…")
    }
    page.append("  sha256 \(set.sha256)")
    page.append("  use it with: baseline: \(set.baseline)")
    return page.joined(separator: "\n") + "\n"
  }

  private var about: String {
    let basis =
      switch set.basis {
      case .consumption: "imports for consumption of"
      case .general: "general imports of"
      case .unstated: "imports of"
      }
    return "\(basis) \(set.year), layout \(set.layout)"
  }

  private func row(_ name: String, _ figure: String, _ note: String = "") -> String {
    Amount.left("  \(name)", 28) + Amount.right(figure, 24) + (note.isEmpty ? "" : "   \(note)")
  }

  private func records(_ count: Int) -> String {
    Amount.grouped("\(count)") + (count == 1 ? " record" : " records")
  }

  private func money(_ cents: Int) -> String { "$" + Amount.grouped(Self.decimal(cents)) }

  /// Cents as dollars, with decimals only where there are any.
  private static func decimal(_ cents: Int) -> String {
    let rest = cents % 100
    return rest == 0 ? "\(cents / 100)" : "\(cents / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }

  private static func dollars(_ cents: Int) -> JSONValue { .number(decimal(cents)) }

  private static func leftOut(_ leftOut: ImportedSet.LeftOut) -> JSONValue {
    .object([("rows", .integer(leftOut.rows)), ("value", dollars(leftOut.value))])
  }
}
