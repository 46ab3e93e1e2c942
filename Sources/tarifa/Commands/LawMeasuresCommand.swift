import Answers
import ArgumentParser
import Questions

/// `tarifa law measures`: every measure with its dated terms.
struct LawMeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "The measures of the law with their days, rates and citations.")

  @Option(help: "Only the measures of one authority, such as section-301.")
  var authority: String?

  @Option(help: "Only measures in force on a day (YYYY-MM-DD).")
  var on: String?

  @Option(help: "The importer whose law is read.")
  var importer = LawTerms().importer

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    var question = MeasuresQuestion()
    question.authority = authority
    question.on = on
    question.terms.importer = importer
    let answer = try question.asked(at: Desk(reach: .files))
    try question.print(answer, text: answer.text, json: json)
  }
}
