import Answers
import ArgumentParser
import Foundation
import LawFiles
import ListDesign
import ListSelection
import TariffLaw
import TradeAction
import TradeData
import TradeImpact

/// `tarifa design`: the goods for a brief.
struct DesignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "design", abstract: "Choose the goods of a list for a brief, with a proof.")

  @Argument(help: "The id of a shipped brief, or the path of its folder or file.")
  var brief: String

  @Option(name: .shortAndLong, help: "Write the list as an action to this folder.")
  var output: String?

  @Option(help: "Choose again under so many draws of the elasticities.")
  var draws: Int?

  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1

  @Flag(help: "Leave out the frontier and what happens when a weight moves.")
  var brisk = false

  @Option(help: "End the search for the list after so many nodes (default: 500).")
  var nodes: Int?

  @Option(help: "Write the problem with the first rate to this file, for another solver.")
  var problem: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var storeOptions: StoreOptions

  @OptionGroup var lawOptions: LawOptions

  func run() throws {
    try ActionOptions.mendable {
      let brief = try ActionLibrary.brief(self.brief)
      let maker = BriefDesigner(
        brief: brief, name: self.brief, store: storeOptions, law: lawOptions)
      let book = try maker.book()
      let designer = try maker.designer(book)
      if let problem {
        let text = try designer.problemText()
        try Console.write(to: problem) { try $0(Array(text.utf8)) }
      }
      switch try designer.design(
        draws: try drawRequest(), isBrief: brisk, search: try search())
      {
      case .chosen(let design):
        if let output {
          let id = URL(fileURLWithPath: output).lastPathComponent
          try Console.writeFolder(to: output, DesignedAction(design, id: id).files)
        }
        let answer = try DesignAnswer(design, score: try design.score(book.regime))
        Console.output(json ? answer.json.text : answer.text)
      case .impossible(let clash):
        let answer = ClashAnswer(clash)
        Console.output(json ? answer.json.text : answer.text)
        throw Failure.input("\(brief.id): no list meets the brief; see what clashes")
      case .undecided(let undecided):
        let answer = UndecidedAnswer(undecided)
        Console.output(json ? answer.json.text : answer.text)
        throw Failure.input("\(brief.id): no list was found within the limit of the search")
      }
    }
  }

  private func search() throws(Failure) -> SelectionOptions {
    var search = Designer.search
    guard let nodes else { return search }
    guard Self.nodeLimits.contains(nodes) else {
      throw .input(
        "--nodes: \(nodes) is outside \(Self.nodeLimits.lowerBound) to \(Self.nodeLimits.upperBound)"
      )
    }
    search.nodeLimit = nodes
    return search
  }

  private static let nodeLimits = 1...1_000_000

  private func drawRequest() throws(Failure) -> DrawRequest? {
    guard let draws else { return nil }
    guard DrawRequest.counts.contains(draws) else {
      throw .input(
        "--draws: \(draws) is outside \(DrawRequest.counts.lowerBound) to "
          + "\(DrawRequest.counts.upperBound); 100 is a good number")
    }
    return DrawRequest(count: draws, seed: seed)
  }
}
