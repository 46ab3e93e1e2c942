import ActionStudy
import ListDesign
public import JSONText
import TradeImpact

extension ComparisonAnswer {
  /// Amounts are dollars a year against the baseline; `difference` is B less A.
  public var json: JSONValue {
    let (a, b) = (comparison.a.impact, comparison.b.impact)
    return .object([
      ("a", Self.action(comparison.a, designs.a)),
      ("b", Self.action(comparison.b, designs.b)),
      ("baseline", .string(a.vintage.baseline)),
      ("assumptions", .string(a.vintage.assumptions)),
      ("horizon", .text(a.vintage.horizon?.name)),
      (
        "amounts",
        .object(
          comparison.amounts.map { amount in
            (
              amount.amount.rawValue,
              .object([
                ("a", Self.estimate(amount.a)), ("b", Self.estimate(amount.b)),
                ("difference", Self.estimate(amount.difference)),
              ])
            )
          })
      ),
      (
        "lines",
        .object([
          ("only_a", .array(comparison.onlyA.map(Self.line))),
          ("only_b", .array(comparison.onlyB.map(Self.line))),
          ("both", .array(comparison.both.map(Self.line))),
        ])
      ),
      (
        "by_sector",
        .array(comparison.sectors.map { Self.group($0, "sector", holdsLoss: true) })
      ),
      ("by_section", .array(comparison.sections.map { Self.group($0, "section") })),
      ("by_chapter", .array(comparison.chapters.map { Self.group($0, "hs2") })),
      ("notes", .array(notes.map { .string($0) })),
      ("fitted_share", .object([("a", .double(a.fittedShare)), ("b", .double(b.fittedShare))])),
      ("draws", a.draws.map { .integer($0.request.count) } ?? .null),
      ("seed", a.draws.map { .number("\($0.request.seed)") } ?? .null),
    ])
  }

  private static func action(_ action: AssessedAction, _ design: Design?) -> JSONValue {
    let impact = action.impact
    return .object([
      ("action", .string(impact.action.id)), ("title", .string(impact.action.title)),
      ("on", .day(impact.day)), ("partner", .text(impact.action.partner?.text)),
      ("measures", .array(action.tariffs.measures.map { .string($0) })),
      ("lines_with_imports", .integer(action.lines.count)),
      ("lines_without_imports", .integer(action.idleLines.count)),
      ("imports_without_known_duty", .double(impact.unpricedValue)),
      (
        "listed_lines_without_baseline",
        .array(impact.unmatched.map { .string($0.digits) })
      ),
      ("designed", design.map(Self.designed) ?? .null),
    ])
  }

  /// How the list of a brief was chosen; dollars a year of the brief's objective.
  private static func designed(_ design: Design) -> JSONValue {
    let choice = design.choice
    return .object([
      ("brief", .string(design.pool.brief.id)), ("rate", .exact(choice.rate)),
      ("assumptions", .string(design.pool.brief.assumptions)),
      ("objective", .double(choice.objective)), ("bound", .double(choice.bound)),
      ("gap", .double(choice.gap)), ("proven", .bool(choice.isProven)),
    ])
  }

  private static func estimate(_ estimate: Estimate?) -> JSONValue {
    estimate.map { ImpactAnswer.json($0) } ?? .null
  }

  private static func line(_ line: ComparedLine) -> JSONValue {
    func side(_ side: ActionLine?) -> JSONValue {
      guard let side else { return .null }
      return .object([
        ("imports", .double(side.imports)), ("duty", .double(side.duty)),
        ("rate_change", side.rate.map { .double($0) } ?? .null),
      ])
    }
    return .object([
      ("hts", .string(line.code.digits)), ("a", side(line.a)), ("b", side(line.b)),
      ("rates_differ", .bool(line.ratesDiffer)),
    ])
  }

  private static func group(
    _ group: ComparedGroup, _ key: String, holdsLoss: Bool = false
  ) -> JSONValue {
    func sums(_ sums: ComparedGroup.Sums) -> JSONValue {
      .object(
        [
          ("lines", .integer(sums.lines)), ("imports", .double(sums.imports)),
          ("duty", .double(sums.duty)),
        ]
          + (holdsLoss
            ? [("buyers_loss", sums.buyersLoss.map { .double($0) } ?? .null)] : []))
    }
    return .object([
      (key, .string(group.key)), ("title", .text(group.title.isEmpty ? nil : group.title)),
      ("a", sums(group.a)), ("b", sums(group.b)), ("difference", sums(group.difference)),
    ])
  }
}
