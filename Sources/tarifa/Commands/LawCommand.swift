import Answers
import ArgumentParser
import LawFiles
import TariffLaw
import TradeData

/// `tarifa law`: checks, tests and compiles law files.
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law", abstract: "Check, test, compile or print law files.",
    subcommands: [Check.self, Test.self, Compile.self, LawBookCommand.self])

  /// `tarifa law test CASES...`
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Hold entries with known answers against the law.")

    @Argument(help: "Files of cases (YAML); docs/law-format.md describes them.")
    var files: [String]

    @OptionGroup var law: LawOptions

    func run() throws {
      let book = try law.book()
      var count = 0
      var wrong: [String] = []
      do {
        for file in files {
          for item in try LawCase.cases(try Console.read(file), file: file) {
            count += 1
            wrong += item.disagreements(with: book).map {
              "\(item.file):\(item.line): \(item.request.hts) from \(item.request.origin) on "
                + "\(item.request.on): \($0) (source: \(item.source))"
            }
          }
        }
      } catch let error as LawErrors {
        throw Failure.input("\(error)")
      }
      guard wrong.isEmpty else {
        throw Failure.input(
          "\(wrong.count) disagreements in \(count) cases:\n" + wrong.joined(separator: "\n"))
      }
      Console.output("\(count) cases agree\n")
    }
  }

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
