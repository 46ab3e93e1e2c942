import Answers
import ArgumentParser
import Questions

/// `tarifa world solve --base DIR --shock FILE`: a base of your own after a shock of your own.
struct WorldSolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "The world after new tariffs, from a folder of accounts and a file of rates.",
    discussion: "docs/method/world.md describes the files, the equations and the rules.")

  @Option(
    help: "The folder of the base: countries, sectors, trade, tariffs, perhaps io; CSV or .gz.")
  var base: String

  @Option(help: "The file of new rates: sector,exporter,importer,rate; 'inf' bans.")
  var shock: String

  @Option(help: "What is assumed of total balances: fixed, balanced or proportional.")
  var deficits = WorldSolveQuestion().deficits

  @Option(help: "Whether labour moves between sectors: mobile or fixed.")
  var labour = WorldSolveQuestion().labour

  @Option(
    help: "A set of trade elasticities of the base (its column theta_SET), in place of theta.")
  var theta: String?

  @Option(help: "The largest relative error of any equation.")
  var tolerance = WorldSolveQuestion().tolerance

  @Flag(help: "Each sector of each country as well.")
  var sectors = false

  @Option(
    name: .customLong("pair"), help: "Two countries A:B whose trade is shown both ways; may repeat."
  )
  var pairs: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = WorldSolveQuestion()
    question.base = base
    question.shock = shock
    question.deficits = deficits
    question.labour = labour
    question.theta = theta ?? ""
    question.tolerance = tolerance
    question.sectors = sectors
    question.pairs = pairs
    let answer = try question.asked(at: Desk(reach: .files), report, as: .equilibrium)
    try question.print(answer, text: answer.text, json: json)
  }
}
