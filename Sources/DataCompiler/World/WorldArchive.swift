import TariffLaw
import TradeData
import WorldModel

/// The compiled form of a world base: whole numbers at a stated precision.
///
/// Flows are in thousands of dollars, rates in units of 10^-7, inputs of a dollar of output in units of
/// 10^-8. Inputs are rounded down, so that value added and households, which are what is left, never fall
/// below zero.
enum WorldArchive {
  /// Dollars in the unit of a base's money, and what the whole numbers count.
  static let money = 1e6
  private static let flowUnit = 1e-3
  private static let rateUnit = 1e-7
  private static let inputUnit = 1e-8

  /// The draft with flows and rates as they will be read back.
  ///
  /// - Throws: ``RawFileError`` when a rate bans, which the compiled form has no number for.
  static func rounded(_ draft: BaseDraft, id: String) throws(RawFileError) -> BaseDraft {
    var draft = draft
    guard draft.tariffs.allSatisfy({ $0 < 1e6 }) else {
      throw RawFileError(file: id, problem: "a tariff is a ban or above 1000000; mend the rate")
    }
    draft.trade = draft.trade.map { Double(whole($0, flowUnit)) * flowUnit }
    draft.tariffs = draft.tariffs.map { Double(whole($0, rateUnit)) * rateUnit }
    return draft
  }

  private static func whole(_ value: Double, _ unit: Double) -> Int64 {
    Int64((value / unit).rounded())
  }

  /// - Throws: ``RawFileError`` when the archive does not read back.
  static func write(
    _ base: WorldBase, entry: WorldCatalogue.Entry, catalogue: WorldCatalogue,
    regions: WorldRegions
  ) throws(RawFileError) -> [UInt8] {
    var writer = TableWriter()
    writer.add("about", "id", texts: [entry.id])
    writer.add("about", "title", texts: [entry.title])
    writer.add("about", "year", integers: [Int64(entry.year)])
    for (name, unit) in [
      ("money", money), ("flow", flowUnit), ("rate", rateUnit), ("input", inputUnit),
    ] {
      writer.add("units", name, doubles: [unit])
    }
    writer.add("notes", "text", texts: base.notes)
    writer.add("countries", "code", texts: base.countries.map(\.code))
    writer.add("countries", "name", texts: base.countries.map(\.name))
    writer.add(
      "countries", "members",
      texts: regions.members.map { $0.map(\.text).joined(separator: " ") })
    writer.add("sectors", "code", texts: base.sectors.map(\.code))
    writer.add("sectors", "name", texts: base.sectors.map(\.name))
    writer.add("sectors", "tradable", integers: base.sectors.map { $0.isTradable ? 1 : 0 })
    let sets = catalogue.thetas
    writer.add("theta-sets", "name", texts: sets.map(\.set))
    writer.add("theta-sets", "source", texts: sets.map(\.source))
    writer.add("theta-sets", "verified", integers: sets.map { $0.isVerified ? 1 : 0 })
    writer.add(
      "thetas", "value",
      doubles: sets.flatMap { set in base.sectors.map { $0.thetas[set.set] ?? .nan } })
    let industries = catalogue.industries
    writer.add("industries", "naics", texts: industries.map(\.naics))
    writer.add(
      "industries", "sector",
      integers: industries.map { row in
        Int64(row.industry.flatMap { catalogue.position(of: $0, in: entry.id) } ?? -1)
      })
    writer.add("trade", "value", integers: base.trade.map { whole($0, flowUnit) })
    writer.add("tariffs", "rate", integers: base.tariffs.map { whole($0, rateUnit) })
    writer.add(
      "inputs", "share",
      integers: base.inputs.map { Int64(($0 / inputUnit).rounded(.down)) })
    do {
      return try writer.finish()
    } catch {
      throw RawFileError(file: entry.id, problem: "\(error)")
    }
  }
}
