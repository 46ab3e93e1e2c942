import Answers
import ArgumentParser
import LawFiles
import Questions
import TariffLaw
import TradeAction
import TradeData

/// `tarifa law`: checks, tests and compiles law files.
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law", abstract: "Check, test, compile, pack or print law files.",
    subcommands: [
      Check.self, Test.self, Compile.self, LawPackCommand.self, LawBookCommand.self,
      LawMeasuresCommand.self,
    ])

  /// `tarifa law test CASES...`
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Hold entries with known answers against the law.")

    @Argument(help: "Files of cases (YAML); docs/law-format.md describes them.")
    var files: [String]

    @OptionGroup var law: LawOptions

    func run() throws {
      let book: LawBook
      do {
        book = try Desk(reach: .files).book(law.terms)
      } catch {
        throw Failure(error)
      }
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
          try report(
            importer, regime, own: regime.goodsLists, try own ?? ShippedLaw.schedule(of: importer))
          let procedures = try ProcedureLibrary.procedures(of: importer, in: law)
          if !procedures.isEmpty {
            let steps = procedures.reduce(0) { $0 + $1.steps.count }
            Console.output("\(importer): \(procedures.count) procedures with \(steps) steps\n")
          }
        }
        for importer in try law.additions() {
          guard try ShippedLaw.importers().contains(importer) else {
            throw Failure.input(
              "\(folder)/\(importer) has no importer.yaml and adds to no shipped law; shipped: "
                + (try ShippedLaw.importers().joined(separator: ", ")))
          }
          let shipped = try ShippedLaw.regime(importer)
          let regime = try law.extending(shipped)
          let added = Set(shipped.measures.map(\.id))
          try report(
            importer, regime, own: regime.goodsLists.filter { shipped.goodsLists[$0.key] == nil },
            try ShippedLaw.schedule(of: importer), besides: added)
        }
      } catch let error as LawErrors {
        throw Failure.input("\(error)")
      }
    }

    /// - Parameters:
    ///   - own: the lists of the folder itself.
    ///   - known: ids of measures that come from elsewhere.
    private func report(
      _ importer: String, _ regime: Regime, own: [String: GoodsList], _ schedule: Schedule,
      besides known: Set<String> = []
    ) throws {
      let strays = regime.goodsInNoEdition(of: schedule).filter { own[$0.list] != nil }
      guard strays.isEmpty else {
        let named = strays.prefix(20).map { "\($0.list): \($0.code.dotted)" }
        throw Failure.input(
          "these list lines are in no edition:\n" + named.joined(separator: "\n"))
      }
      let measures = regime.measures.filter { !known.contains($0.id) }
      let terms = measures.reduce(0) { $0 + $1.terms.count }
      let rows = own.values.reduce(0) { $0 + $1.rows.count }
      Console.output(
        "\(importer)\(known.isEmpty ? "" : " (added to the shipped law)"): \(measures.count) measures,"
          + " \(terms) terms, \(own.count) lists with \(rows) rows, held \(regime.span)\n")
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
