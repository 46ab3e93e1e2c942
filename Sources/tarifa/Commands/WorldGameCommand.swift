import Answers
import ArgumentParser
import Questions

/// `tarifa world game`: optimal tariffs of two countries on each other, and where they come to rest.
struct WorldGameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "game",
    abstract: "Optimal tariffs of two countries on each other's goods, and where they come to rest."
  )

  @Option(help: "A country of the base, by its code there or its two letters.")
  var home: String

  @Option(help: "The other.")
  var partner: String

  @Option(help: "A rate for each sector, or one for all goods: sector or uniform.")
  var by = WorldGameQuestion().by

  @Flag(help: "Best answers to levels of the other's uniform tariff as well.")
  var curves = false

  @OptionGroup var world: WorldModelOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = WorldGameQuestion()
    question.home = home
    question.partner = partner
    question.by = by
    question.curves = curves
    question.options = world.applied(to: question.options)
    let answer = try question.asked(at: Desk(reach: .files), report, as: .game)
    try question.print(answer, text: answer.text, json: json)
  }
}
