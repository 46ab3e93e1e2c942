import Answers
import ArgumentParser
import LawFiles
import Questions
import TabularText
import TariffLaw

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

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = RotateQuestion()
    question.action = action
    question.every = every
    question.first = first
    question.revisions = revisions
    question.share = share
    question.tolerance = tolerance
    question.pool = try goods()
    question.terms = options.terms
    let answer = try question.asked(at: options.desk, report, as: .rotation)
    try question.print(answer, text: answer.text, json: json)
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
