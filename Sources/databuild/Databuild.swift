import ArgumentParser
import DataCompiler
import LawFiles

/// Compiles the shipped data set from the official files.
@main
struct Databuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "databuild",
    abstract: "Compile the shipped data set from the official files.")

  @Option(help: "The folder with the official files; only parts that need none without it.")
  var raw: String?

  @Option(help: "The folder to write, with the catalogues of sources in it.")
  var out = "Data"

  @Option(help: "Parts to build, by name, separated by commas; all without it.")
  var only: String?

  @Option(help: "The folder with the law files.")
  var law = "Law"

  @Option(help: "The folder with the actions.")
  var actions = "Actions"

  func run() throws {
    let output = OutputFolder(out)
    let parts = only?.split(separator: ",").map(String.init)
    if parts?.contains("law") ?? true {
      let archive = try LawArchive.compile(LawFolder(law))
      try output.write(archive, to: "law.tarifa")
      print("law: \(archive.count) bytes")
    }
    if parts?.contains("actions") ?? true {
      let archive = try ActionBundle.compile(actions)
      try output.write(archive, to: "actions.tarifa")
      print("actions: \(archive.count) bytes")
    }
    if let raw { try compile(raw, parts, output) }
    try output.write(
      ManifestCompiler(output: output).compile(catalogue: output.read("sources/provenance.csv")),
      to: "MANIFEST.csv")
  }

  /// The parts made from the official files.
  private func compile(_ raw: String, _ parts: [String]?, _ output: OutputFolder) throws {
    let folder = RawFolder(raw)
    if parts?.contains("schedule") ?? true {
      let compiled = try ScheduleCompiler(folder: folder)
        .compile(catalogue: output.read("sources/schedule.csv"))
      try output.write(compiled.archive, to: "schedule.tarifa")
      try output.write(Array(compiled.coverage.page.utf8), to: "../docs/data/parser-coverage.md")
      print("schedule: \(compiled.rows) rows, \(compiled.archive.count) bytes")
    }
    let trade = TradeCompiler(folder: folder)
    func build(_ part: String, _ bytes: () throws -> [UInt8]) throws {
      guard parts?.contains(part) ?? true else { return }
      let archive = try bytes()
      try output.write(archive, to: "\(part).tarifa")
      print("\(part): \(archive.count) bytes")
    }
    try build("countries") { try trade.countries() }
    try build("classes") { try trade.classes(catalogue: output.read("sources/tables.csv")) }
    try build("flows-2024") { try trade.flows2024() }
    try build("exports") {
      try ExportsCompiler(folder: folder, catalogue: output.read("sources/exports.csv")).compile()
    }
    try build("claims-2024") {
      try ClaimsCompiler(
        folder: folder, catalogue: output.read("sources/programme-use.csv"),
        blocks: output.read("sources/flow-blocks.csv")
      ).compile()
    }
    try build("economy") {
      try EconomyCompiler(
        folder: folder, employment: output.read("sources/economy-employment.csv"),
        consumption: output.read("sources/economy-consumption.csv"),
        figures: output.read("sources/economy-figures.csv")
      ).compile()
    }
    try build("baseline-2017") {
      let compiled = try BaselineCompiler(
        folder: folder, catalogue: output.read("sources/baseline-origins.csv")
      ).compile()
      try output.write(Array(compiled.report.utf8), to: "../docs/data/baseline-2017.md")
      return compiled.archive
    }
    // From the baseline and the classes as they are now.
    if parts?.contains("worlds") ?? true {
      let compiled = try WorldCompiler(folder: folder, output: output).compile()
      for (id, bytes) in compiled.archives {
        try output.write(bytes, to: "world-\(id).tarifa")
        print("world \(id): \(bytes.count) bytes")
      }
      try output.write(Array(compiled.report.utf8), to: "../docs/data/world-figures.md")
    }
  }
}
