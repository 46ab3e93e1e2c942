public import JSONText
import TariffLaw

extension CodeHistory {
  /// The document of `history`: rates are fractions, codes are undotted, days are inclusive.
  public var json: JSONValue {
    .object([
      ("hts", .string(code.digits)),
      ("origin", .text(origin?.text)),
      ("from", .day(span.lowerBound)),
      ("until", .day(span.upperBound)),
      ("claims", .array(claims.map { .string($0) })),
      ("intervals", .array(intervals.map(json))),
      ("lives", .array(lives.map(json))),
      ("held_until", .day(heldUntil)),
      ("scheduled", .array(scheduled.map(CodeHistory.json))),
    ])
  }

  private func json(_ interval: HistoryInterval) -> JSONValue {
    .object([
      ("from", .day(interval.days.lowerBound)),
      ("until", .day(interval.days.upperBound)),
      ("edition", .string(interval.firstEdition.id)),
      ("edition_until", .string(interval.lastEdition.id)),
      ("status", .string(interval.status.rawValue)),
      ("rate", .exact(interval.total.rate)),
      ("additional_rate", .exact(interval.total.additionalRate)),
      ("rate_low", .exact(interval.total.rateLow)),
      ("rate_high", .exact(interval.total.rateHigh)),
      ("general", .text(interval.schedule?.general.text)),
      ("special", .text(interval.schedule?.special.printed)),
      ("other", .text(interval.schedule?.other.text)),
      ("goods", .text(interval.schedule?.text)),
      ("lines", .array(interval.lines.map(CodeHistory.json))),
      ("causes", .array(interval.causes.map(json))),
    ])
  }

  private static func json(_ line: AssessedLine) -> JSONValue {
    .object([
      ("measure", .string(line.measure)),
      ("heading", .text(line.heading)),
      ("authority", .string(line.authority)),
      ("title", .string(line.title)),
      ("status", .string(line.status.rawValue)),
      ("rate", .exact(line.rate)),
      ("rate_text", .text(line.rateText)),
      ("citation", .string(line.citation)),
    ])
  }

  private func json(_ cause: HistoryCause) -> JSONValue {
    let kind = (name: "cause", value: JSONValue.string(cause.name))
    let text = (name: "text", value: JSONValue.string(cause.text))
    switch cause {
    case .lineCame(let line): return .object([kind, text, ("line", CodeHistory.json(line))])
    case .lineWent(let line, let reason):
      return .object([
        kind, text, ("line", CodeHistory.json(line)), ("reason", .string(reason)),
      ])
    case .lineChanged(let from, let to):
      return .object([
        kind, text, ("before", CodeHistory.json(from)), ("line", CodeHistory.json(to)),
      ])
    case .rate(let column, let from, let to, let edition):
      return .object([
        kind, text, ("column", .string(column)), ("before", .string(from)),
        ("after", .string(to)), ("edition", .string(edition)),
      ])
    case .words(let from, let to, let edition):
      return .object([
        kind, text, ("before", .string(from)), ("after", .string(to)),
        ("edition", .string(edition)),
      ])
    case .begins(let edition, let predecessors):
      return .object([
        kind, text, ("edition", .string(edition)),
        ("predecessors", .array(predecessors.map(json))),
      ])
    case .ends(let edition, let successors):
      return .object([
        kind, text, ("edition", .string(edition)), ("successors", .array(successors.map(json))),
      ])
    case .status(let from, let to):
      return .object([
        kind, text, ("before", .string(from.rawValue)), ("after", .string(to.rawValue)),
      ])
    }
  }

  private func json(_ relative: CodeRelative) -> JSONValue {
    .object([
      ("hts", .string(relative.code.digits)),
      ("edition", .string(editions[relative.edition].id)),
      ("basis", .string(relative.basis.rawValue)),
      ("same_text", .bool(relative.hasEqualText)),
      ("same_general_rate", .bool(relative.hasEqualRate)),
      ("turns_too", .bool(relative.turnsToo)),
      ("text", .string(relative.description)),
    ])
  }

  private func json(_ life: CodeLife) -> JSONValue {
    .object([
      ("edition", .string(life.first.id)),
      ("edition_until", .string(life.last.id)),
      ("from", .day(life.first.from)),
      ("until", .day(life.until)),
      ("may_be_older", .bool(life.mayBeOlder)),
      ("predecessors", .array(life.predecessors.map(json))),
      ("successors", .array(life.successors.map(json))),
    ])
  }

  private static func json(_ text: ScheduledText) -> JSONValue {
    .object([
      ("kind", .string(text.kind.rawValue)),
      ("from", .day(text.span.first)),
      ("until", .day(text.span.last)),
      ("measure", .string(text.measure)),
      ("heading", .text(text.heading)),
      ("authority", .string(text.authority)),
      ("title", .string(text.title)),
      ("rate_text", .text(text.rateText)),
      ("text", .text(text.text)),
      ("citation", .string(text.citation)),
      ("origins", .array(text.origins.map { .string($0) })),
      ("claims", .array(text.claims.map { .string($0) })),
      ("part_of_code", .bool(text.isPartly)),
    ])
  }
}
