import Answers
import ArgumentParser
import Foundation
import ListDesign
import Questions

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
  var seed = 1

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

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = DesignQuestion()
    question.brief = brief
    question.draws = draws
    question.seed = seed
    question.isBrisk = brisk
    question.nodes = nodes
    question.terms = lawOptions.terms
    let desk = storeOptions.desk
    if let problem {
      let text: String
      do {
        text = try question.problem(at: desk)
      } catch {
        throw Failure(error)
      }
      try Console.write(to: problem) { try $0(Array(text.utf8)) }
    }
    let answer = try question.asked(at: desk, report, as: .design)
    if let output, case .chosen(let design) = answer {
      let id = URL(fileURLWithPath: output).lastPathComponent
      try Console.writeFolder(to: output, DesignedAction(design.design, id: id).files)
    }
    try question.print(answer, text: answer.text, json: json)
  }
}
