import ActionStudy
import Answers
import ArgumentParser
import TariffLaw
import TradeAction
import TradeImpact

/// `tarifa exemptions ACTION`: what sparing an origin costs, and what leaks through it.
struct ExemptionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exemptions",
    abstract: "Origins spared one by one: what each costs in value and revenue, and its leakage.")

  @Argument(help: "The id of a shipped action, or the path of its folder or file.")
  var action: String

  @Option(
    help:
      "An origin to spare, whether the law does or not (two letters); may be repeated. Without it, those the law spares, or all that it covers."
  )
  var origin: [String] = []

  @OptionGroup var options: ActionOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try ActionOptions.mendable {
      let action = try ActionLibrary.action(self.action)
      let ground = try options.ground(action, named: self.action)
      let countries = try origin.map { text in
        guard let country = CountryCode(text) else {
          throw Failure.input("--origin: '\(text)' is not a two-letter country code")
        }
        return country
      }
      let study = try ExemptionStudy(
        try options.study(action, on: ground), action, on: try options.day(action, in: ground.book),
        origins: countries.isEmpty ? nil : countries, draws: try options.drawRequest())
      let answer = ExemptionAnswer(study)
      Console.output(json ? answer.json.text : answer.text)
    }
  }
}
