import Answers
import ArgumentParser
import Questions

/// `tarifa rates etr`: the effective statutory rate over time.
struct EffectiveRateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "etr",
    abstract: "The effective statutory rate over time, weighted by the imports of a year.")

  @Option(help: "The first day (YYYY-MM-DD).")
  var from: String

  @Option(help: "The last day, inclusive (YYYY-MM-DD).")
  var to: String

  @Option(help: "The imports to weigh by: us-imports-2024 or us-imports-2017.")
  var weights = "us-imports-2024"

  @Option(help: "What importers claim: none, or observed-2024 for preferences as in that year.")
  var claims = "none"

  @Option(help: "Split by origin, authority or section.")
  var by: String?

  @Option(name: .shortAndLong, help: "The CSV file to write.")
  var output: String?

  @Flag(help: "Print the answer as JSON.")
  var json = false

  @Flag(help: "Add the seconds it took.")
  var timing = false

  @OptionGroup var lawOptions: LawOptions

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = EffectiveRateQuestion()
    question.from = from
    question.to = to
    question.weights = weights
    question.claims = claims
    question.by = by
    question.terms = lawOptions.terms
    let start = ContinuousClock.now
    let answer = try question.asked(at: Desk(reach: .files), report, as: .effectiveRate)
    let made = ContinuousClock.now
    if let output { try Console.write(to: output) { try $0(answer.csv) } }
    if json || output == nil { try question.print(answer, text: answer.text, json: json) }
    if timing {
      Console.error("law and series \(made - start), written \(ContinuousClock.now - made)")
    }
  }
}
