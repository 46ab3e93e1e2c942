import ArgumentParser
import DataCompiler
import Foundation

/// Compiles the shipped data set from the official files.
@main
struct Databuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "databuild",
    abstract: "Compile the shipped data set from the official files.")

  @Option(help: "The folder with the official files.")
  var raw: String

  @Option(help: "The folder to write, with the catalogues of sources in it.")
  var out = "Data"

  @Option(help: "Parts to build, by name, separated by commas; all without it.")
  var only: String?

  func run() throws {
    let folder = RawFolder(raw)
    let output = OutputFolder(out)
    let parts = only?.split(separator: ",").map(String.init)
    if parts?.contains("schedule") ?? true {
      let compiled = try ScheduleCompiler(folder: folder)
        .compile(catalogue: output.read("sources/schedule.csv"))
      try output.write(compiled.archive, to: "schedule.tarifa")
      try output.write(Array(compiled.coverage.page.utf8), to: "../docs/data/parser-coverage.md")
      print("schedule: \(compiled.rows) rows, \(compiled.archive.count) bytes")
    }
  }
}
