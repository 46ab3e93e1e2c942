import Answers
import ArgumentParser
import LawFiles
import TarifaReport
import TariffLaw
import TradeAction

/// `tarifa case`: the docket of a case.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "The docket of a trade investigation: what is done, late and next, and by when.")

  @Argument(help: "The id of a shipped case, or the path of its folder or file.")
  var file: String

  @Option(help: "The day it is looked at, by what was known that day (YYYY-MM-DD).")
  var on: String

  @Option(help: "Write the chart to an SVG file.")
  var svg: String?

  @Option(help: "A folder of law files whose procedures come before the shipped ones.")
  var law: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    guard let day = Day(on) else {
      throw Failure.input("--on: '\(on)' is not a day; write YYYY-MM-DD")
    }
    do {
      let answer = DocketAnswer(Docket(try CaseLibrary.caseFile(file, law: law), on: day))
      if let svg {
        let chart = try Gantt(docket: answer.json)
        try Console.write(to: svg) { try $0(Array(chart.svg.utf8)) }
      }
      Console.output(json ? answer.json.text : answer.text)
    } catch let error as ActionError {
      throw Failure.input("\(error)")
    } catch let error as LawErrors {
      throw Failure.input("\(error)")
    } catch let error as ArchiveError {
      throw Failure.internalFault("\(error)")
    }
  }
}
