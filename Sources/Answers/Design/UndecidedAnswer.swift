public import JSONText
public import ListDesign
import TradeAction

/// A brief for which the search ended at its limit, as the surfaces show it.
public struct UndecidedAnswer: Sendable {
  public let undecided: DesignUndecided

  public init(_ undecided: DesignUndecided) { self.undecided = undecided }

  private var brief: Brief { undecided.brief }

  public var json: JSONValue {
    .object([
      ("brief", .string(brief.id)), ("title", .string(brief.title)),
      ("status", .string(Attempt<Design>.Status.undecided.rawValue)),
      ("rates", .array(undecided.rates.map(DesignAnswer.rate))),
      ("node_limit", .integer(undecided.search.nodeLimit)),
    ])
  }

  /// Amounts in billions of dollars a year.
  public var text: String {
    ([
      brief.title,
      "Whether a list meets this brief is not known: the search ended after"
        + " \(undecided.search.nodeLimit) nodes without one, and without the proof that there is none.",
    ]
      + undecided.rates.map {
        "  \(Amount.percent($0.rate)): \(DesignAnswer.words($0.attempt))"
      } + [
        "Objectives are in billions of dollars a year. A wider tolerance of the target helps most, then wider"
          + " floors and caps; --nodes lets the search go on."
      ]).joined(separator: "\n") + "\n"
  }
}
