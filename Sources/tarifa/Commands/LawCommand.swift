import ArgumentParser
import LawFiles
import TariffLaw
import TradeData

/// `tarifa law`: checks and compiles law files.
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law", abstract: "Check or compile law files.",
    subcommands: [Check.self, Compile.self])

  /// `tarifa law check DIR`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read every law file and name everything to mend.")

    @Argument(help: "The folder with one folder an importer.")
    var folder = "Law"

    func run() throws {
      do {
        let law = LawFolder(folder)
        for importer in try law.importers() {
          let regime = try law.regime(importer)
          let own = try law.schedule(importer)
          let schedule: Schedule
          if let own { schedule = own } else { schedule = try ShippedLaw.schedule() }
          let strays = regime.goodsInNoEdition(of: schedule)
          guard strays.isEmpty else {
            let named = strays.prefix(20).map { "\($0.list): \($0.code.dotted)" }
            throw Failure.input(
              "these list lines are in no edition:\n" + named.joined(separator: "\n"))
          }
          let terms = regime.measures.reduce(0) { $0 + $1.terms.count }
          let rows = regime.goodsLists.values.reduce(0) { $0 + $1.rows.count }
          Console.output(
            "\(importer): \(regime.measures.count) measures, \(terms) terms, "
              + "\(regime.goodsLists.count) lists with \(rows) rows, held \(regime.span)\n")
        }
      } catch let error as LawErrors {
        throw Failure.input("\(error)")
      }
    }
  }

  /// `tarifa law compile DIR -o FILE`
  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compile law files to the binary the engine reads.")

    @Argument(help: "The folder with one folder an importer.")
    var folder = "Law"

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    func run() throws {
      do {
        let bytes = try LawArchive.compile(LawFolder(folder))
        try Console.write(to: output) { try $0(bytes) }
      } catch let error as LawErrors {
        throw Failure.input("\(error)")
      }
    }
  }
}
