import Answers
import ArgumentParser
import TradeAction
import TradeImpact

/// `tarifa assess`: the duty and the impact of an action.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "What an action does to imports, prices, revenue and welfare.")

  @Argument(help: "The id of a shipped action, or the path of its folder or file.")
  var action: String

  @Option(help: "The model: pe, smart or gsim.")
  var model = "pe"

  @OptionGroup var options: ActionOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try ActionOptions.mendable {
      let action = try ActionLibrary.action(self.action)
      let ground = try options.ground(action, named: self.action)
      let day = try options.day(action, in: ground.book)
      guard let model = ImpactModel(rawValue: self.model) else {
        throw Failure.input(
          "--model: '\(self.model)' is no model; choose from "
            + ImpactModel.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard options.horizon == nil || model == .pe else {
        throw Failure.input(
          "--horizon: the elasticities of \(model.rawValue) know no horizon; leave it out or use"
            + " --model pe")
      }
      let study = try options.study(action, on: ground, model: model)
      let impact = try study.assess(
        action, on: day, draws: try options.drawRequest(), answers: try options.answers(action))
      let stages =
        options.on == nil
        ? try action.stages.map { $0 == day ? impact : try study.assess(action, on: $0) } : []
      let answer = ImpactAnswer(impact, stages: stages)
      Console.output(json ? answer.json.text : answer.text)
    }
  }
}
