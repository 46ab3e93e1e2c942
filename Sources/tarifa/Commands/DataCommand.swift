import Answers
import ArgumentParser
import Questions
import TariffLaw
import TradeData
import TradeStore

/// `tarifa data`: what is shipped and whether it is intact; what was imported.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "List or verify the shipped data; import official files.",
    subcommands: [List.self, Verify.self, DataImportCommand.self, Remove.self])

  /// `tarifa data list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Every shipped table with its source, vintage and size, and the sets imported.")

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      // A path given by hand must be there.
      _ = try storeOptions.existing()
      let question = DataListQuestion()
      let answer = try question.asked(at: storeOptions.desk)
      try question.print(answer, text: answer.text, json: json)
    }
  }

  /// `tarifa data remove`
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove an imported set from the store.")

    @Argument(help: "The name of the set, as 'tarifa data list' gives it.")
    var set: String

    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let name =
        set.hasPrefix(TradeStore.baselinePrefix)
        ? String(set.dropFirst(TradeStore.baselinePrefix.count)) : set
      let isRemoved: Bool
      do {
        isRemoved = try storeOptions.existing()?.remove(name) ?? false
      } catch let error as StoreError {
        throw Failure.input("\(error)")
      }
      guard isRemoved else {
        throw Failure.input("there is no set '\(name)' in the store; see 'tarifa data list'")
      }
      Console.output("Removed \(name)\n")
    }
  }

  /// `tarifa data verify`
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compare the shipped bytes with the hashes of the manifest.")

    func run() throws {
      let manifest: Manifest
      do {
        manifest = try Manifest.shipped()
      } catch {
        throw Failure.internalFault("\(error)")
      }
      let faults = manifest.faults { ShippedFiles.bytes($0) }
      guard faults.isEmpty else {
        throw Failure.internalFault(
          "the shipped data is damaged:\n" + faults.joined(separator: "\n"))
      }
      Console.output("\(manifest.files.count) files intact\n")
    }
  }
}
