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

  @Option(help: "Write the problem with the first rate to this file, for another solver.")
  var problem: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var storeOptions: StoreOptions

  @OptionGroup var lawOptions: LawOptions

  func run() throws {
    do {
      let brief = try ActionLibrary.brief(self.brief)
      let (designer, regime) = try designer(brief)
      if let problem {
        let text = try designer.problemText()
        try Console.write(to: problem) { try $0(Array(text.utf8)) }
      }
      switch try designer.design(draws: try drawRequest(), isBrief: brisk) {
      case .chosen(let design):
        if let output {
          let id = URL(fileURLWithPath: output).lastPathComponent
          try Console.writeFolder(to: output, DesignedAction(design, id: id).files)
        }
        let answer = try DesignAnswer(design, score: try design.score(regime))
        Console.output(json ? answer.json.text : answer.text)
      case .impossible(let clash):
        let answer = ClashAnswer(clash)
        Console.output(json ? answer.json.text : answer.text)
        throw Failure.input("\(brief.id): no list that meets the brief was found; see what clashes")
      }
    } catch let error as ActionError {
      throw Failure.input("\(error)")
    } catch let error as LawErrors {
      throw Failure.input("\(error)")
    } catch let error as SelectionError {
      throw Failure.input("\(error)")
    } catch let error as ArchiveError {
      throw Failure.internalFault("\(error)")
    }
  }

  private func designer(_ brief: Brief) throws -> (Designer, Regime) {
    var options = lawOptions
    options.importer = brief.importer
    let book = try options.book()
    let assumptions = try ActionLibrary.assumptions(brief.assumptions)
    if let importer = CountryCode(brief.importer.uppercased()),
      let exports = try ExportBaseline.shipped(importer),
      brief.baseline == exports.id
    {
      let lines = try PartnerLines(of: brief.partner, on: brief.on, book: book, baseline: exports)
      return (
        try Designer(brief, book, try ExportLineStudy(lines, assumptions: assumptions)), book.regime
      )
    }
    guard
      let imports = try storeOptions.baseline(brief.baseline)
        ?? ImportBaseline.shipped(brief.baseline)
    else {
      throw Failure.input(
        "\(self.brief): baseline: there is no baseline '\(brief.baseline)'; shipped: "
          + ImportBaseline.names.joined(separator: ", ")
          + ", exports-YEAR for a partner's list; imported: store:NAME")
    }
    let ground = try TariffGround(book: book, baseline: imports, knownOn: try lawOptions.day())
    let study = try ImpactStudy(
      ground, assumptions: assumptions, horizon: try ActionLibrary.horizon("one-year"))
    return (try Designer(brief, book, study), book.regime)
  }

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
