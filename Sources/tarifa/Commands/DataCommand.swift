import ArgumentParser
import TariffLaw
import TradeData

/// `tarifa data`: what is shipped, and whether it is intact.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "List or verify the shipped data.",
    subcommands: [List.self, Verify.self])

  /// `tarifa data list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Every shipped table with its source, vintage and size.")

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
      let manifest = try DataCommand.manifest()
      Console.output(json ? manifest.json.text : manifest.text)
    }
  }

  /// `tarifa data verify`
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compare the shipped bytes with the hashes of the manifest.")

    func run() throws {
      let manifest = try DataCommand.manifest()
      let faults = manifest.faults { ShippedFiles.bytes($0) }
      guard faults.isEmpty else {
        throw Failure.internalFault(
          "the shipped data is damaged:\n" + faults.joined(separator: "\n"))
      }
      Console.output("\(manifest.files.count) files intact\n")
    }
  }

  static func manifest() throws(Failure) -> Manifest {
    guard let bytes = ShippedFiles.bytes("MANIFEST.csv") else {
      throw .internalFault("there is no manifest")
    }
    do {
      return try Manifest(bytes.array)
    } catch {
      throw .internalFault("\(error)")
    }
  }
}
