import ArgumentParser
import LawFiles
import Questions
import TariffLaw
import TradeData

/// `tarifa law pack -o FILE`
struct LawPackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract:
      "Write law, schedules and countries as the one file that Python and the C interface open.",
    discussion:
      "The law of every shipped importer is in it; that of --importer with what --law adds and --assume says."
  )

  @Option(name: .shortAndLong, help: "The file to write.")
  var output: String

  @OptionGroup var law: LawOptions

  func run() throws {
    if law.knownOn != nil || law.fees {
      throw Failure.usage("--known-on and --fees are asked when the file is opened; leave them out")
    }
    do {
      let desk = Desk(reach: .files)
      let archive = try ShippedFiles.archive("law.tarifa")
      var laws: [(regime: Regime, schedule: [UInt8]?)] = []
      let shipped = try ShippedLaw.importers()
      for importer in shipped + (shipped.contains(law.importer) ? [] : [law.importer]) {
        let isAsked = importer == law.importer
        var terms = isAsked ? law.terms : LawTerms()
        terms.importer = importer
        var schedule: [UInt8]?
        if isAsked, let folder = law.law {
          schedule = try LawFolder(folder).scheduleBytes(importer)
        }
        let section = Schedule.section(of: importer)
        if schedule == nil, archive.contains(section) {
          schedule = try archive.section(section).array
        }
        laws.append((try desk.book(terms).regime, schedule))
      }
      guard let schedule = ShippedFiles.bytes("schedule.tarifa") else {
        throw ArchiveError.missingSection("schedule.tarifa")
      }
      let bytes = LawBookFile.bytes(
        laws: laws, schedule: schedule.array, countries: try ShippedCountries.codes(),
        conversions: try ShippedConversions.pairs())
      try Console.write(to: output) { try $0(bytes) }
    } catch let error as LawErrors {
      throw Failure.input("\(error)")
    } catch let error as Refusal {
      throw Failure(error)
    }
  }
}
