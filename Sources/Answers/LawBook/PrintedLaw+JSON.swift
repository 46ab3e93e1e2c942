public import JSONText
import TariffLaw

extension PrintedLaw {
  /// What the index page says, as JSON.
  public var json: JSONValue {
    let lists = PrintedLaw.lists(of: regime.measures)
    return .object([
      ("importer", .string(regime.importer)), ("title", .string(regime.title)),
      ("from", .text(regime.span.first?.description)),
      ("until", .text(regime.span.last?.description)),
      (
        "latest",
        latest.map {
          .object([("day", .string("\($0.day)")), ("citation", .string($0.citation))])
        } ?? .null
      ),
      ("editions", .integer(schedule.editions.count)),
      ("measures", .integer(regime.measures.count)),
      ("terms", .integer(authorities.reduce(0) { $0 + $1.terms })),
      ("exemptions", .integer(authorities.reduce(0) { $0 + $1.exemptions })),
      ("goods_lists", .integer(lists.count)),
      (
        "goods_lines",
        .integer(lists.reduce(0) { $0 + (regime.goodsLists[$1]?.rows.count ?? 0) })
      ),
      ("authorities", .array(authorities.map(authority))),
      ("counts", .array(counts.map(count))),
      (
        "gaps",
        .array(
          regime.gaps.map {
            .object([
              ("text", .string($0.text)), ("from", .text($0.span.first?.description)),
              ("until", .text($0.span.last?.description)), ("citation", .string($0.citation)),
            ])
          })
      ),
      (
        "outside",
        .array(
          regime.outside.map {
            .object([("text", .string($0.text)), ("citation", .string($0.citation))])
          })
      ),
      ("pages", .array(pages.map { .string($0.path) })),
    ])
  }

  private func authority(_ summary: AuthoritySummary) -> JSONValue {
    .object([
      ("authority", .string(summary.authority)), ("page", .string(summary.page)),
      ("measures", .integer(summary.measures)), ("terms", .integer(summary.terms)),
      ("exemptions", .integer(summary.exemptions)), ("goods_lists", .integer(summary.lists)),
      ("goods_lines", .integer(summary.rows)), ("counts", .integer(summary.counts)),
      ("counts_met", .integer(summary.agreeing)),
    ])
  }

  private func count(_ held: HeldCount) -> JSONValue {
    .object([
      ("lists", .array(held.count.lists.map { .string($0) })),
      ("official", .integer(held.count.official)),
      ("held", held.held.map { .integer($0) } ?? .null),
      ("difference", held.difference.map { .integer($0) } ?? .null),
      ("on", .text(held.count.day?.description)), ("rows", .integer(held.rows)),
      ("source", .string(held.count.source)), ("note", .text(held.count.note)),
    ])
  }
}
