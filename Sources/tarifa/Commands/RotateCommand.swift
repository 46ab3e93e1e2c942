import ActionStudy
import Answers
import ArgumentParser
import LawFiles
import TabularText
import TariffLaw
import TradeAction
import TradeImpact

/// `tarifa rotate ACTION`: the carousel of a list.
struct RotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "The carousel of a list: each revision's lines out and in, with least new harm.")

  @Argument(help: "The id of a shipped action, or the path of its folder or file.")
  var action: String

  @Option(help: "Days from one revision to the next, in place of the rule's.")
  var every: Int?

  @Option(help: "Days to the first revision, in place of the rule's.")
  var first: Int?

  @Option(help: "How many revisions.")
  var revisions = 4

  @Option(help: "The least share of the list's value that a revision replaces; an assumption.")
  var share = 0.1

  @Option(help: "How far the value of the list may move from where it began, as a share.")
  var tolerance = 0.01

  @Option(
    help: "Lines that may come on: a goods list (CSV with hts); all that the partner sells else.")
  var pool: String?

  @OptionGroup var options: ActionOptions

  @Flag(help: "Print JSON.")
  var json = false

  private static let revisionCounts = 1...100

  func run() throws {
    guard Self.revisionCounts.contains(revisions) else {
      throw Failure.usage("--revisions: \(revisions) is outside 1 to 100")
    }
    guard share > 0, share <= 1 else {
      throw Failure.usage("--share: \(share) is no share above 0 and up to 1")
    }
    guard tolerance >= 0, tolerance < share else {
      throw Failure.usage("--tolerance: \(tolerance) must be 0 or more and below --share")
    }
    for days in [first, every].compactMap({ $0 }) where days < 1 {
      throw Failure.usage("--first, --every: \(days) is no number of days above zero")
    }
    guard options.draws == nil else {
      throw Failure.usage("rotate: lines are chosen on single runs; leave --draws out")
    }
    try ActionOptions.mendable {
      let action = try ActionLibrary.action(self.action)
      let ground = try options.ground(action, named: self.action)
      let tariffs = try ActionTariffs(action, on: try options.day(action, in: ground.book), ground)
      let rule = try self.rule(for: action, tariffs.measures, in: ground.book.regime)
      guard let first = first.map({ CalendarOffset($0, .days) }) ?? rule?.first,
        let every = every.map({ CalendarOffset($0, .days) }) ?? rule?.every
      else {
        throw Failure.input(
          "no procedure held has a list of the authority of \(action.id) revised; give --first and"
            + " --every")
      }
      let study = try RotationStudy(
        try options.study(action, on: ground), tariffs,
        RotationRequest(
          first: first, every: every, revisions: revisions, share: share, tolerance: tolerance,
          pool: try goods()))
      let answer = RotationAnswer(
        study, rule: self.first == nil && self.every == nil ? rule : nil)
      Console.output(json ? answer.json.text : answer.text)
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

  private func goods() throws -> GoodsList? {
    guard let pool else { return nil }
    do {
      let table = try CSVTable(try Console.read(pool))
      let code = try table.column("hts")
      return try GoodsList(
        table.records.map { line, fields in
          do {
            return GoodsList.Row(code: try HTSCode(fields.field(code)))
          } catch {
            throw Failure.input("\(pool): line \(line): \(error)")
          }
        })
    } catch let error as CSVError {
      throw Failure.input("\(pool): \(error)")
    } catch let error as DuplicateGoods {
      throw Failure.input("\(pool): \(error)")
    }
  }
}
