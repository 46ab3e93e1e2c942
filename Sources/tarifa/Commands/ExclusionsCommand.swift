import ActionStudy
import Answers
import ArgumentParser
import TabularText
import TradeAction
import TradeImpact

/// `tarifa exclusions ACTION REQUESTS`: requests to be taken out of an action, scored.
struct ExclusionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exclusions",
    abstract: "Exclusion requests scored: what granting one costs the action and saves buyers.")

  @Argument(help: "The id of a shipped action, or the path of its folder or file.")
  var action: String

  @Argument(help: "A CSV file with the columns id,hts and, where needed, origin,share.")
  var requests: String?

  @Flag(help: "Score the exclusions that the law itself grants on the action's day.")
  var granted = false

  @OptionGroup var options: ActionOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    guard granted != (requests != nil) else {
      throw Failure.usage("exclusions: give a file of requests, or --granted")
    }
    guard options.draws == nil else {
      throw Failure.usage("exclusions: scores are single runs; leave --draws out")
    }
    try ActionOptions.mendable {
      let action = try ActionLibrary.action(self.action)
      let ground = try options.ground(action, named: self.action)
      let study = try options.study(action, on: ground)
      let tariffs = try ActionTariffs(action, on: try options.day(action, in: ground.book), ground)
      let asked: [ExclusionRequest]
      if let requests {
        do {
          asked = try ExclusionRequests.read(try Console.read(requests))
        } catch let error as CSVError {
          throw Failure.input("\(requests): \(error)")
        }
      } else {
        asked = ExclusionRequests.granted(tariffs, in: ground.book.regime)
      }
      let answer = ExclusionAnswer(
        try ExclusionStudy(study, tariffs, asked), isGranted: granted)
      Console.output(json ? answer.json.text : answer.text)
    }
  }
}
