public import JSONText
public import ListDesign
import TradeAction

/// A brief that cannot be met, as the surfaces show it.
public struct ClashAnswer: Sendable {
  public let clash: DesignClash

  public init(_ clash: DesignClash) { self.clash = clash }

  public var json: JSONValue {
    func change(_ change: DesignClash.Change) -> JSONValue {
      .object([
        ("condition", .string(change.condition)), ("unit", .string(change.unit.rawValue)),
        ("bound", .string(change.isLower ? "lower" : "upper")), ("from", .double(change.from)),
        ("to", .double(change.to)), ("share", change.share.map { .double($0) } ?? .null),
      ])
    }
    return .object([
      ("brief", .string(clash.brief.id)), ("title", .string(clash.brief.title)),
      ("status", .string("impossible")), ("rate", .exact(clash.rate)),
      ("clash", .array(clash.conditions.map { .string($0) })),
      ("fails_in_parts", .bool(clash.failsInParts)),
      ("alone", .array(clash.alone.map(change))),
      ("together", .array(clash.together.map(change))),
    ])
  }

  public var text: String {
    var lines = [
      clash.brief.title,
      "No list that meets this brief was found at \(Amount.percent(clash.rate)).",
    ]
    if clash.conditions.isEmpty {
      lines.append("Which conditions clash was not found within the limit of the search.")
    } else {
      lines.append(
        "These conditions cannot hold together\(clash.failsInParts ? "" : " for whole lines"):")
      lines += clash.conditions.map { "  \($0)" }
    }
    if !clash.alone.isEmpty {
      lines.append("Any one of these would do:")
      lines += clash.alone.map { "  " + Self.words($0) }
    }
    if clash.together.count > 1 {
      lines.append("Or all of these, with the least moves together:")
      lines += clash.together.map { "  " + Self.words($0) }
    }
    if clash.alone.isEmpty, clash.together.isEmpty {
      lines.append("No condition that may give way mends it; look at what the brief keeps off.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(_ change: DesignClash.Change) -> String {
    let side = change.isLower ? "down" : "up"
    if let share = change.share {
      return "\(change.condition): \(side) to \(Amount.fixed(share * 100, 2))%"
    }
    switch change.unit {
    case .lines: return "\(change.condition): \(side) to \(Amount.fixed(change.to, 0))"
    case .dollars, .dollarsBeyondShare:
      return "\(change.condition): \(side) from $\(Amount.billions(change.from, decimals: 3)) bn to"
        + " $\(Amount.billions(change.to, decimals: 3)) bn"
    }
  }
}
