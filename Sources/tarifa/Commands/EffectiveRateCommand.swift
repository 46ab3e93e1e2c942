import Answers
import ArgumentParser
import Foundation
import TariffLaw

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

  func run() throws {
    let start = ContinuousClock.now
    let answer: EffectiveRateAnswer
    let opened: ContinuousClock.Instant
    do {
      let request = try EffectiveRateRequest(
        from: from, to: to, weights: weights, claims: claims, by: by)
      let book = try lawOptions.book()
      opened = ContinuousClock.now
      answer = try EffectiveRateAnswer(request, book: book, knownOn: try lawOptions.day())
    } catch let error as RequestError {
      throw Failure.input("--\(error)")
    } catch let error as LawBookError {
      throw Failure.internalFault("\(error)")
    } catch let error as ArchiveError {
      throw Failure.internalFault("\(error)")
    }
    let made = ContinuousClock.now
    if let output { try Console.write(to: output) { try $0(answer.csv) } }
    if json {
      Console.output(answer.json.text)
    } else if output == nil {
      Console.output(answer.text)
    }
    if timing {
      Console.error(
        "law \(opened - start), series \(made - opened), written \(ContinuousClock.now - made)")
    }
  }
}
