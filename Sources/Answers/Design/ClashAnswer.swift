public import JSONText
public import ListDesign
import TariffLaw
import TradeAction

/// A brief that cannot be met, as the surfaces show it.
public struct ClashAnswer: Sendable {
  public let clash: DesignClash

  public init(_ clash: DesignClash) { self.clash = clash }

  private var brief: Brief { clash.brief }

  /// Without reasons `clash`, `fails_in_parts`, `alone` and `together` are null: the search for them was cut
  /// off.
  public var json: JSONValue {
    func changes(_ remedy: DesignClash.Remedy) -> JSONValue {
      .array(
        remedy.changes.map { change in
          .object([
            ("condition", .string(change.condition.name)),
            ("unit", .string(change.condition.unit.rawValue)),
            ("bound", .string(change.isLower ? "lower" : "upper")), ("from", .double(change.from)),
            ("to", .double(change.to)), ("share", change.share.map { .double($0) } ?? .null),
          ])
        })
    }
    func remedy(_ remedy: DesignClash.Remedy) -> JSONValue {
      .object([
        ("changes", changes(remedy)), ("least", .bool(remedy.isLeast)),
        ("lines", .integer(remedy.chosen.count)), ("value", .double(clash.value(of: remedy))),
      ])
    }
    let reasons = clash.reasons
    return .object([
      ("brief", .string(brief.id)), ("title", .string(brief.title)),
      ("status", .string(Attempt<Design>.Status.impossible.rawValue)), ("rate", .exact(clash.rate)),
      ("rates", .array(brief.rates.map { .exact($0) })),
      ("candidates", .integer(clash.pool.candidates.count)),
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
      ("alone", reasons.map { .array($0.alone.map(remedy)) } ?? .null),
      ("together", reasons?.together.map(remedy) ?? .null),
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
        "All \(clash.pool.candidates.count) candidates together come to"
          + " $\(Amount.billions(clash.allCandidates)) bn of \(Self.words(brief.target.measure))."
      ]).joined(separator: "\n") + "\n"
  }

  private func words(_ reasons: DesignClash.Reasons) -> [String] {
    var lines = [
      (reasons.conditions.count == 1
        ? "This condition cannot hold" : "These conditions cannot hold together")
        + (reasons.failsInParts ? ", even if lines could be listed in part:" : " for whole lines:")
    ]
    lines += reasons.conditions.map { "  " + words($0) + ($0.isFirm ? " (firm)" : "") }
    if !reasons.alone.isEmpty {
      lines.append(
        reasons.alone.count == 1
          ? "This would do by itself:" : "Any one of these would do by itself:")
      lines += reasons.alone.flatMap { remedy in
        remedy.changes.map { "  " + Self.words($0) + (remedy.isLeast ? "" : "; less may do") }
      }
    }
    let helped = Set(reasons.alone.flatMap { $0.changes.map(\.condition) })
    let others = reasons.conditions.filter { !$0.isFirm && !helped.contains($0) }
    if !others.isEmpty {
      lines.append("No move of these by itself was found to help:")
      lines += others.map { "  " + words($0) }
    }
    if let together = reasons.together, together.changes.count > 1 {
      lines.append("All of these together would do, a small move in all and not proven the least:")
      lines += together.changes.map { "  " + Self.words($0) }
    }
    if !reasons.alone.isEmpty || reasons.together != nil {
      lines.append(
        "At these very figures hardly more than one list does: a little more room finds a good one."
      )
    }
    return lines
  }

  /// A condition with its bounds, where its name does not say them.
  private func words(_ condition: ListDesign.Condition) -> String {
    switch condition.kind {
    case .floor, .cap: return condition.name
    case .target:
      let target = brief.target
      let slack = target.amount * target.tolerance
      let ends = [target.amount - slack, target.amount + slack].map {
        "$\(Amount.billions($0.doubleValue, decimals: 3)) bn"
      }
      return "\(condition.name): \(ends[0]) to \(ends[1])"
    case .lines:
      let ends = [
        brief.fewestLines.map { "at least \($0)" }, brief.mostLines.map { "at most \($0)" },
      ]
      return "\(condition.name): " + ends.compactMap(\.self).joined(separator: ", ")
    }
  }

  private static func words(_ measure: Brief.Target.Measure) -> String {
    switch measure {
    case .value: "imports"
    case .duty: "duty on unchanged imports"
    case .lostSales: "lost sales"
    }
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
