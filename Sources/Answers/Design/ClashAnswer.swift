public import JSONText
public import ListDesign
import TradeAction

/// A brief that cannot be met, as the surfaces show it.
public struct ClashAnswer: Sendable {
  public let clash: DesignClash

  public init(_ clash: DesignClash) { self.clash = clash }

  private var brief: Brief { clash.brief }

  /// Without reasons `clash`, `fails_in_parts`, `alone` and `together` are null: the search for them was cut
  /// off.
  public var json: JSONValue {
    func change(_ change: DesignClash.Change) -> JSONValue {
      .object([
        ("condition", .string(change.condition.name)),
        ("unit", .string(change.condition.unit.rawValue)),
        ("bound", .string(change.isLower ? "lower" : "upper")), ("from", .double(change.from)),
        ("to", .double(change.to)), ("share", change.share.map { .double($0) } ?? .null),
        ("least", .bool(change.isLeast)),
      ])
    }
    let reasons = clash.reasons
    return .object([
      ("brief", .string(brief.id)), ("title", .string(brief.title)),
      ("status", .string(Attempt<Design>.Status.impossible.rawValue)), ("rate", .exact(clash.rate)),
      ("rates", .array(brief.rates.map { .exact($0) })),
      ("candidates", .integer(clash.candidates)),
      ("all_candidates", .double(clash.allCandidates)),
      (
        "clash",
        reasons.map {
          .array(
            $0.conditions.map {
              .object([("condition", .string($0.name)), ("firm", .bool($0.isFirm))])
            })
        } ?? .null
      ),
      ("fails_in_parts", reasons.map { .bool($0.failsInParts) } ?? .null),
      ("alone", reasons.map { .array($0.alone.map(change)) } ?? .null),
      ("together", reasons.map { .array($0.together.map(change)) } ?? .null),
    ])
  }

  public var text: String {
    let rates = brief.rates.map(Amount.percent).joined(separator: ", ")
    return
      ([brief.title, "No list meets this brief at \(rates)."]
      + (clash.reasons.map(words) ?? [
        "Which conditions clash was not found within the limit of the search."
      ])
      + [
        "All \(clash.candidates) candidates together come to"
          + " $\(Amount.billions(clash.allCandidates)) bn of what the target counts."
      ]).joined(separator: "\n") + "\n"
  }

  private func words(_ reasons: DesignClash.Reasons) -> [String] {
    var lines = [
      (reasons.conditions.count == 1
        ? "This condition cannot hold" : "These conditions cannot hold together")
        + (reasons.failsInParts ? ", even if lines could be listed in part:" : " for whole lines:")
    ]
    lines += reasons.conditions.map { "  \($0.name)" + ($0.isFirm ? " (firm)" : "") }
    if !reasons.alone.isEmpty {
      lines.append("Any one of these would do by itself:")
      lines += reasons.alone.map { "  " + Self.words($0) + ($0.isLeast ? "" : "; less may do") }
    }
    let helped = Set(reasons.alone.map(\.condition))
    let others = reasons.conditions.filter { !$0.isFirm && !helped.contains($0) }
    if !others.isEmpty {
      lines.append("No move of these by itself was found to help:")
      lines += others.map { "  \($0.name)" }
    }
    if reasons.together.count > 1 {
      lines.append("Or all of these, a small move in all that is not proven the least:")
      lines += reasons.together.map { "  " + Self.words($0) }
    }
    return lines
  }

  /// Shares and dollars are rounded to the side that helps.
  private static func words(_ change: DesignClash.Change) -> String {
    let name = change.condition.name
    func rounded(_ value: Double, _ decimals: Int) -> String {
      let scale = decimals == 2 ? 100.0 : 1000.0
      return Amount.fixed(
        (value * scale).rounded(change.isLower ? .down : .up) / scale, decimals)
    }
    if let share = change.share { return "\(name): \(rounded(share * 100, 2))%" }
    let side = change.isLower ? "at least" : "at most"
    switch change.condition.unit {
    case .lines:
      return
        "\(name): \(side) \(Amount.fixed(change.to, 0)) rather than \(Amount.fixed(change.from, 0))"
    case .dollars, .dollarsBeyondShare:
      return "\(name): \(side) $\(rounded(change.to / 1e9, 3)) bn rather than"
        + " $\(Amount.billions(change.from, decimals: 3)) bn"
    }
  }
}
