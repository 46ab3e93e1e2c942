import ActionStudy
import Answers
import ArgumentParser
import Foundation
import Questions

/// `tarifa annex ACTION`: the table of goods of a notice, and the measures as law files.
struct AnnexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annex",
    abstract: "The annex of a notice: headings, rates and the table of goods in official words.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case md
  }

  @Argument(help: "The id of a shipped action, or the path of its folder or file.")
  var action: String

  @Option(help: "The day whose schedule and provisions are taken (YYYY-MM-DD).")
  var on: String?

  @Option(help: "text, csv or md.")
  var format = Format.text

  @Option(name: .shortAndLong, help: "The file to write.")
  var output: String?

  @Option(
    name: .customLong("heading-file"),
    help: "A folder to write the measures to as law files, as --law takes them.")
  var headingFile: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var law: LawOptions

  @OptionGroup var report: ReportOptions

  func run() throws {
    var question = AnnexQuestion()
    question.action = action
    question.on = on
    question.terms = law.terms
    let desk = Desk(reach: .files)
    if let headingFile {
      let files: HeadingFiles
      do {
        files = try question.headingFiles(at: desk)
      } catch {
        throw Failure(error)
      }
      try write(files, to: headingFile)
      if output == nil, !json, format == .text, report.path == nil { return }
    }
    let answer = try question.asked(at: desk, report, as: .annex)
    let text =
      switch format {
      case _ where json: answer.json.text
      case .text: answer.text
      case .csv: answer.csv
      case .md: answer.markdown
      }
    if let output {
      try Console.write(to: output) { try $0(Array(text.utf8)) }
    } else {
      Console.output(text)
    }
  }

  private func write(_ files: HeadingFiles, to folder: String) throws {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    for file in files.files {
      let place = root.appendingPathComponent(file.path)
      do {
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      } catch {
        throw Failure.input("\(folder) cannot be made; check the path")
      }
      try Console.write(to: place.path) { try $0(Array(file.text.utf8)) }
    }
    Console.output("\(files.files.count) files in \(folder):\n")
    for file in files.files { Console.output("  \(file.path)\n") }
    for measure in files.replaced {
      Console.output(
        "\(measure) is law already: the written measure stands in its place while it is in force.\n"
      )
    }
    for text in files.leftOut { Console.output("Left out: \(text).\n") }
  }
}
