import Answers
import ArgumentParser
import LawFiles
import TariffLaw
import TradeAction
import TradeData
import TradeImpact

/// `tarifa assess`: the duty and the impact of an action.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "What an action does to imports, prices, revenue and welfare.")

  @Argument(help: "The id of a shipped action, or the path of its folder or file.")
  var action: String

  @Option(help: "The day whose rates are taken, in place of the action's own (YYYY-MM-DD).")
  var on: String?

  @Option(help: "Assumptions by name or path, in place of the action's own.")
  var assumptions: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var lawOptions: LawOptions

  func run() throws {
    do {
      let action = try ActionLibrary.action(self.action)
      var day = action.on
      if let on {
        guard let stated = Day(on) else {
          throw Failure.input("--on: '\(on)' is not a day; write YYYY-MM-DD")
        }
        day = stated
      }
      let baseline = try ImportBaseline.shipped2017()
      guard action.baseline == baseline.id else {
        throw Failure.input(
          "\(self.action): baseline: there is no baseline '\(action.baseline)'; shipped: \(baseline.id)"
        )
      }
      var options = lawOptions
      options.importer = action.importer
      let book = try options.book()
      guard book.regime.span.contains(day) else {
        throw Failure.input("the law is held \(book.regime.span); \(day) is outside")
      }
      let study = try ImpactStudy(
        book: book, baseline: baseline,
        assumptions: try ActionLibrary.assumptions(assumptions ?? action.assumptions))
      let impact = try study.assess(action, on: day)
      let stages =
        on == nil
        ? try action.stages.map { $0 == day ? impact : try study.assess(action, on: $0) } : []
      let answer = ImpactAnswer(impact, stages: stages)
      Console.output(json ? answer.json.text : answer.text)
    } catch let error as ActionError {
      throw Failure.input("\(error)")
    } catch let error as LawErrors {
      throw Failure.input("\(error)")
    } catch let error as ArchiveError {
      throw Failure.internalFault("\(error)")
    }
  }
}
