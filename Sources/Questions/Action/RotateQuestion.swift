import ActionStudy
public import Answers
public import JSONText
import LawFiles
package import TariffLaw
import TradeAction

/// The carousel of a list.
public struct RotateQuestion: Question {
  public var action = ""
  public var every: Int?
  public var first: Int?
  public var revisions = 4
  public var share = 0.1
  public var tolerance = 0.01
  /// Lines that may come on; all that the partner sells when `nil`.
  package var pool: GoodsList?
  public var terms = ModelTerms()

  public init() {}

  public static let form = Form<Self>(
    [
      .required("action", \.action, "The id of a shipped action, or the text of an action's file."),
      .whole("every", \.every, "Days from one revision to the next, in place of the rule's."),
      .whole("first", \.first, "Days to the first revision, in place of the rule's."),
      .whole("revisions", \.revisions, "How many revisions."),
      .share(
        "share", \.share,
        "The least share of the list's value that a revision replaces; an assumption."),
      .share(
        "tolerance", \.tolerance,
        "How far the value of the list may move from where it began, as a share."),
    ] + Form.model.filter { !["draws", "seed"].contains($0.name) }.map { $0.within(\.terms) })

  public func answer(at desk: Desk) throws(Refusal) -> RotationAnswer {
    try check()
    let action = try desk.standing(action, "action", terms.law).action
    let ground = try desk.ground(action, terms)
    let day = try desk.day(action, terms, in: ground.book)
    let study = try desk.study(action, terms, on: ground)
    return try Refusal.mending {
      let tariffs = try ActionTariffs(action, on: day, ground)
      let rule = try rule(for: action, tariffs.measures, in: ground.book.regime)
      guard let first = first.map({ CalendarOffset($0, .days) }) ?? rule?.first,
        let every = every.map({ CalendarOffset($0, .days) }) ?? rule?.every
      else {
        throw Refusal.mend(
          field: "first",
          "no procedure held has a list of the authority of \(action.id) revised; give first and every"
        )
      }
      let rotation = try RotationStudy(
        study, tariffs,
        RotationRequest(
          first: first, every: every, revisions: revisions, share: share, tolerance: tolerance,
          pool: pool), watch: desk.watch)
      return RotationAnswer(
        rotation, rule: self.first == nil && self.every == nil ? rule : nil)
    }
  }

  private static let revisionCounts = 1...100

  /// A revision a century off is a slip.
  private static let days = 1...36_500

  private func check() throws(Refusal) {
    guard Self.revisionCounts.contains(revisions) else {
      throw .usage("revisions: \(revisions) is outside 1 to 100")
    }
    guard share > 0, share <= 1 else {
      throw .usage("share: \(share) is no share above 0 and up to 1")
    }
    guard tolerance >= 0, tolerance < share else {
      throw .usage("tolerance: \(tolerance) must be 0 or more and below share")
    }
    for days in [first, every].compactMap({ $0 }) where !Self.days.contains(days) {
      throw .usage(
        "first, every: \(days) is no number of days from \(Self.days.lowerBound) to \(Self.days.upperBound)"
      )
    }
    guard terms.draws == nil else {
      throw .usage("rotate: lines are chosen on single runs; leave draws out")
    }
  }

  /// The rule in the procedure of the authority that the action's measures rest on; a proposal may follow
  /// any of its importer.
  private func rule(
    for action: Action, _ measures: [String], in regime: Regime
  ) throws -> RevisionRule? {
    let authorities = Set(regime.measures.filter { measures.contains($0.id) }.map(\.authority))
    let own = authorities.map { "\(action.importer)/\($0)" }
    for id in try ProcedureLibrary.ids()
    where own.contains(id) || (!action.law.isEmpty && id.hasPrefix("\(action.importer)/")) {
      if let rule = RevisionRule(try ProcedureLibrary.procedure(id)) { return rule }
    }
    return nil
  }

  public static func document(_ answer: RotationAnswer) -> (json: JSONValue, refusal: String?) {
    (answer.json, nil)
  }
}
