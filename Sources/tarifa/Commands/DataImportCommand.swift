import Answers
import ArgumentParser
import TariffLaw
import TradeData
import TradeStore

/// `tarifa data import`: official files into the store.
struct DataImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read official import files (USITC DataWeb, Census, or plain CSV) into the store.",
    discussion: "docs/data/import.md describes the columns. All files given are one set.")

  @Argument(help: "CSV files, plain or gzip; may be left out with --manifest.")
  var files: [String] = []

  @Option(help: "What to call the set; by default after the first file.")
  var name: String?

  @Option(help: "The year to take, where files hold several or do not say.")
  var year: Int?

  @Option(help: "A CSV of file,sha256,rows that the files must match.")
  var manifest: String?

  @Option(help: "A CSV of from,to,share for codes and origins that do not exist.")
  var map: String?

  @Flag(help: "Sum the columns of one month, where Census files have both.")
  var monthly = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    guard let first = files.first ?? manifest else {
      throw Failure.usage("data import needs files, or --manifest FILE")
    }
    let request = ImportRequest(
      name: name ?? ImportRequest.name(of: first), files: files, manifest: manifest, map: map,
      year: year, monthly: monthly)
    let store = try storeOptions.store()
    let bar = ProgressBar()
    let result: (set: ImportedSet, outcome: ImportOutcome)
    do {
      defer { bar.clear() }
      result = try store.importSet(request) { progress in
        bar.show(
          "\(progress.step.rawValue) \(progress.file)", part: progress.part, of: progress.parts,
          bytes: progress.bytes, size: progress.size)
      }
    } catch let error as ImportError {
      throw Failure.input("\(error)")
    } catch let error as StoreError {
      throw Failure.input("\(error)")
    } catch let error as ArchiveError {
      throw Failure.internalFault("\(error)")
    }
    let answer =
      switch result.outcome {
      case .alreadyThere: ImportedSetAnswer(result.set, isNew: false)
      case .imported(let unused): ImportedSetAnswer(result.set, unusedMap: unused, isNew: true)
      }
    Console.output(json ? answer.json.text : answer.text)
  }
}
