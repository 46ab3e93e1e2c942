import Answers
import ArgumentParser
import Questions

/// `tarifa goods`: codes by the words of the schedule.
struct GoodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goods",
    abstract: "Codes by words of their official names, or what stands under a code.")

  @Argument(help: "Words of the official names, in any order, or the beginning of a code.")
  var words: [String] = []

  @Option(help: "Only what stands under a code of two to eight digits.")
  var under: String = ""

  @Option(help: "The day of the schedule (YYYY-MM-DD); the last held without it.")
  var on: String?

  @Option(help: "The most goods to give.")
  var most = 50

  @Option(help: "The importer whose schedule is read.")
  var importer = LawTerms().importer

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    var question = GoodsQuestion()
    question.request = GoodsRequest(
      words: words.joined(separator: " "), under: under, on: on, most: most)
    question.terms.importer = importer
    let answer = try question.asked(at: Desk(reach: .files))
    try question.print(answer, text: answer.text, json: json)
  }
}
