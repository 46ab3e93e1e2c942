public import JSONText
import TariffLaw
public import TradeAction

/// A brief as a document whose keys are those of a brief's file, so that it can be changed and asked again: what is
/// printed reads back as the same brief (JSON is YAML).
public struct BriefAnswer: Sendable {
  public let brief: Brief

  public init(_ brief: Brief) { self.brief = brief }

  public var json: JSONValue {
    let brief = brief
    return Self.object([
      ("id", .string(brief.id)), ("title", .string(brief.title)),
      ("importer", .string(brief.importer)), ("partner", .string(brief.partner.text)),
      ("baseline", .string(brief.baseline)), ("on", .string("\(brief.on)")),
      ("rate", .array(brief.rates.map(Self.percent))), ("target", target),
      ("groups", Self.object(brief.groups.map { ($0.name, Self.group($0)) })),
      ("candidates", Self.texts(brief.candidates)), ("must", Self.demands(brief.must)),
      ("exclude", Self.demands(brief.exclude)), ("floors", Self.bounds(brief.floors)),
      ("caps", Self.bounds(brief.caps)),
      ("largest-partner-share", brief.largestPartnerShare.map(Self.percent)),
      ("smallest-value", brief.smallestValue.map(Self.number)), ("lines", lines),
      ("objective", .array(brief.objective.map(Self.weight))),
      ("assumptions", .string(brief.assumptions)),
      (
        "real",
        brief.real.map {
          Self.object([
            ("measures", .array($0.measures.map { .string($0) })), ("on", .string("\($0.on)")),
          ])
        }
      ),
      ("notes", brief.notes.map { .string($0) }),
    ])
  }

  private var target: JSONValue {
    let (target, tolerance) = (brief.target, Self.percent(brief.target.tolerance))
    let amount = Self.number(target.amount)
    return Self.object(
      target.isHarm
        ? [
          ("harm", amount), ("measure", .string(target.measure.rawValue)), ("tolerance", tolerance),
        ]
        : [(target.measure.rawValue, amount), ("tolerance", tolerance)])
  }

  private var lines: JSONValue? {
    guard brief.fewestLines != nil || brief.mostLines != nil else { return nil }
    return Self.object([
      ("fewest", brief.fewestLines.map { .integer($0) }),
      ("most", brief.mostLines.map { .integer($0) }),
    ])
  }

  /// Without what is not there.
  private static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  private static func texts(_ texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : .array(texts.map { .string($0) })
  }

  private static func number(_ value: Fraction) -> JSONValue { .number(value.decimalText()) }

  private static func percent(_ share: Fraction) -> JSONValue {
    .string("\((share * 100).decimalText())%")
  }

  private static func weight(_ weight: Brief.Weight) -> JSONValue {
    object([
      ("term", .string(weight.term.rawValue)), ("group", weight.group.map { .string($0) }),
      ("weight", number(weight.weight)),
    ])
  }

  private static func demands(_ demands: [Brief.Demand]) -> JSONValue? {
    demands.isEmpty
      ? nil
      : .array(
        demands.map { object([("group", .string($0.group)), ("reason", .string($0.reason))]) })
  }

  private static func bounds(_ bounds: [Brief.Bound]) -> JSONValue? {
    bounds.isEmpty
      ? nil
      : .array(
        bounds.map { bound in
          let subject: (String, JSONValue?) =
            switch bound.subject {
            case .group(let name): ("group", .string(name))
            case .eachChapter: ("each", .string("chapter"))
            case .eachSector: ("each", .string("sector"))
            case .partnerShare: ("of", .string("partner-share"))
            }
          return object([
            subject, ("share", percent(bound.share)), ("firm", bound.isFirm ? .string("yes") : nil),
          ])
        })
  }

  private static func group(_ group: GoodsGroup) -> JSONValue {
    object(
      [("title", group.title.map { .string($0) })] + parts(group.parts)
        + [("except", group.except.isEmpty ? nil : object(parts(group.except)))])
  }

  private static func parts(_ parts: [GoodsGroup.Part]) -> [(String, JSONValue?)] {
    var members: [(String, JSONValue?)] = []
    var groups: [String] = []
    for part in parts {
      switch part {
      case .codes(let codes): members.append(("codes", .array(codes.map { .string($0.digits) })))
      case .technology(let fields): members.append(("technology", orAll(fields)))
      case .communication(let names): members.append(("ict", orAll(names)))
      case .industries(let codes): members.append(("naics", .array(codes.map { .string($0) })))
      case .endUses(let uses): members.append(("end-use", .array(uses.map { .string($0) })))
      case .measures(let ids, let day):
        members.append(("measures", .array(ids.map { .string($0) })))
        members.append(("measures-on", .string("\(day)")))
      case .group(let name): groups.append(name)
      }
    }
    return members + [("groups", texts(groups))]
  }

  private static func orAll(_ names: [String]) -> JSONValue {
    names.isEmpty ? .string("all") : .array(names.map { .string($0) })
  }
}
