public import JSONText
import TariffLaw
import TradeAction

extension DocketAnswer {
  /// The document of `case`: days are calendar days, `due` is the last day, inclusive.
  public var json: JSONValue {
    let file = docket.file
    return .object([
      ("case", .string(file.id)),
      ("title", .string(file.title)),
      ("procedure", .string(file.procedure.id)),
      ("procedure_title", .string(file.procedure.title)),
      ("citation", .string(file.procedure.citation)),
      ("tracks", .array(file.tracks.map { .string($0) })),
      ("partners", .array(file.partners.map { .string($0.text) })),
      ("actions", .array(docket.actions.map { .string($0) })),
      ("on", .day(docket.on)),
      ("held_until", .day(file.heldUntil)),
      ("late", .array(docket.late.map(Self.brief))),
      ("next", .array(docket.next.map(Self.brief))),
      ("steps", .array(docket.steps.map(Self.json))),
      ("other_events", .array(docket.others.map(Self.json))),
      ("warnings", .array(warnings.map { .string($0) })),
      ("notes", .array((file.notes + file.procedure.notes).map { .string($0) })),
    ])
  }

  private static func brief(_ step: DocketStep) -> JSONValue {
    .object([
      ("step", .string(step.step.id)),
      ("of", .text(step.instance)),
      ("title", .string(step.title)),
      ("due", .day(step.due)),
      ("scheduled", .day(step.scheduled?.day)),
      ("days_late", step.daysLate.map { .integer($0) } ?? .null),
      ("days_left", step.daysLeft.map { .integer($0) } ?? .null),
    ])
  }

  private static func json(_ step: DocketStep) -> JSONValue {
    .object([
      ("step", .string(step.step.id)),
      ("of", .text(step.instance)),
      ("occurrence", step.occurrence.map { .integer($0) } ?? .null),
      ("title", .string(step.step.title)),
      ("who", .string(step.step.actor)),
      ("opens", .day(step.opens)),
      ("due", .day(step.due)),
      ("done", .day(step.done)),
      ("scheduled", .day(step.scheduled?.day)),
      ("status", .string(step.status.rawValue)),
      ("days_late", step.daysLate.map { .integer($0) } ?? .null),
      ("days_early", step.daysEarly.map { .integer($0) } ?? .null),
      ("days_left", step.daysLeft.map { .integer($0) } ?? .null),
      ("rule", .text(step.rule?.description)),
      ("runs_from", .day(step.start)),
      ("optional", .bool(step.step.isOptional)),
      ("by_law", .bool(step.step.isByLaw)),
      ("waits_for", .array(step.waitsFor.map { .string($0) })),
      ("reason", .text(step.reason)),
      ("extensions", .array(step.extensions.map(Self.json))),
      ("citation", .string(step.reference.citation)),
      ("verified", .bool(step.reference.isVerified)),
      ("source", .text(step.reference.source)),
      ("events", .array(step.known.map(Self.json))),
      ("notes", .text(step.step.notes)),
    ])
  }

  private static func json(_ item: DocketStep.Extension) -> JSONValue {
    .object([
      ("step", .string(item.step)),
      ("date", .day(item.event.day)),
      ("days", item.days.map { .integer($0) } ?? .null),
      ("assumed", .bool(item.isAssumed)),
      ("capped", .bool(item.isCapped)),
    ])
  }

  private static func json(_ event: CaseEvent) -> JSONValue {
    .object([
      ("date", .day(event.day)),
      ("known", .day(event.known)),
      ("until", .day(event.until)),
      ("label", .text(event.label)),
      ("actions", .array(event.actions.map { .string($0) })),
      ("citation", .string(event.citation)),
      ("note", .text(event.note)),
      ("verified", .bool(event.isVerified)),
      ("source", .text(event.source)),
    ])
  }
}
