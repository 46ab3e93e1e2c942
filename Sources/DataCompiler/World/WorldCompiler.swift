import Foundation
import TariffLaw
import TradeData
import WorldModel

/// Compiles the world bases: accounts of the world as they were read, with the rates an importer
/// collected, balanced.
public struct WorldCompiler {
  private let folder: RawFolder
  private let catalogue: WorldCatalogue
  private let classes: Archive
  private let countries: [String: (iso2: String, name: String)]
  private let baseline: ImportBaseline

  /// What was compiled.
  public struct Output: Sendable {
    /// By id.
    public let archives: [(id: String, bytes: [UInt8])]
    public let report: String
  }

  /// - Parameter output: the folder with the catalogues and with the parts that were compiled before:
  ///   countries, classes and the baseline.
  /// - Throws: ``RawFileError`` or `ArchiveError` when one of them is missing or damaged.
  public init(folder: RawFolder, output: OutputFolder) throws {
    self.folder = folder
    catalogue = try WorldCatalogue(output)
    classes = try Archive(Bytes(output.read("classes.tarifa")))
    baseline = try ImportBaseline(Archive(Bytes(output.read("baseline-2017.tarifa"))))
    let list = Table("countries", in: try Archive(Bytes(output.read("countries.tarifa"))))
    let (iso2, names) = (try list.texts("iso2"), try list.texts("name"))
    var countries: [String: (iso2: String, name: String)] = [:]
    for (row, iso3) in try list.texts("iso3").enumerated() {
      countries[iso3] = (iso2[row], names[row])
    }
    self.countries = countries
  }

  /// - Throws: ``RawFileError``, `BaseError` or `ArchiveError` naming what is wrong, and
  ///   ``RevenueError`` when an importer's rates do not come to what it collected.
  public func compile() throws -> Output {
    var drafts: [String: BaseDraft] = [:]
    for entry in catalogue.bases { drafts[entry.id] = try draft(entry) }
    var archives: [(id: String, bytes: [UInt8])] = []
    var report = WorldReport(catalogue: catalogue)
    for entry in catalogue.bases {
      let made = try compile(entry, drafts)
      let bytes = try WorldArchive.write(
        made.base, entry: entry, catalogue: catalogue, regions: made.regions)
      archives.append((entry.id, bytes))
      report.add(entry, made)
    }
    report.compareOrder(drafts)
    return Output(archives: archives, report: report.page)
  }

  /// A base with what the report tells of it.
  struct Made {
    let base: WorldBase
    let regions: WorldRegions
    let importer: Int
    let rates: CollectedRates
    /// The importer's imports and revenue by sector before its rates were replaced, in the base's money.
    let rawImports: [Double]
    let rawRevenue: [Double]
    /// Dollars collected in the year.
    let collected: Double
  }

  /// A base as its files have it, with the names of the catalogue.
  private func draft(_ entry: WorldCatalogue.Entry) throws -> BaseDraft {
    let folder = folder
    var draft = try BaseReader.draft(
      BaseFiles { name throws(BaseError) in
        let paths = [".csv", ".csv.gz"].map { "\(entry.folder)/\(name)\($0)" }
        guard let path = paths.first(where: { folder.holds($0) }) else { return nil }
        do throws(RawFileError) {
          return (path, try folder.bytes(path))
        } catch {
          throw BaseError(path, error.problem)
        }
      })
    let sectors = catalogue.sectors(of: entry.id)
    guard sectors.map(\.number) == draft.sectors.map(\.code) else {
      throw RawFileError(
        file: "world-sectors.csv",
        problem: "the numbers of \(entry.id) are not those of \(entry.folder), in its order")
    }
    draft.sectors = zip(sectors, draft.sectors).map { known, raw in
      WorldSector(
        code: known.code, name: known.name, isTradable: raw.isTradable, thetas: raw.thetas)
    }
    var named: [WorldCountry] = []
    for country in draft.countries {
      let region = catalogue.regions.first { $0.base == entry.id && $0.code == country.code }
      guard let name = region?.name ?? countries[country.code]?.name else {
        throw RawFileError(
          file: "world-regions.csv",
          problem: "'\(country.code)' of \(entry.id) is no country; name it")
      }
      named.append(WorldCountry(code: country.code, name: name))
    }
    draft.countries = named
    // Households buy what the accounts leave them.
    draft.finalShare = nil
    return draft
  }

  private func regions(_ entry: WorldCatalogue.Entry, _ draft: BaseDraft) -> WorldRegions {
    WorldRegions(
      members: draft.countries.map { country in
        catalogue.regions.first { $0.base == entry.id && $0.code == country.code }?.members
          ?? countries[country.code].flatMap { CountryCode($0.iso2) }.map { [$0] } ?? []
      })
  }

  private func compile(
    _ entry: WorldCatalogue.Entry, _ drafts: [String: BaseDraft]
  ) throws -> Made {
    guard var draft = drafts[entry.id],
      let importer = draft.countries.firstIndex(where: { $0.code == entry.collected })
    else {
      throw RawFileError(
        file: "world-bases.csv", problem: "\(entry.id) has no country '\(entry.collected)'")
    }
    let regions = regions(entry, draft)
    let before = ImporterSums(draft, importer: importer)
    var notes = [freeServices(in: &draft, entry)].compactMap { $0 }
    var prefixes: [String: Int?] = [:]
    for (naics, industry) in catalogue.industries {
      let position = industry.flatMap { catalogue.position(of: $0, in: entry.id) }
      guard industry == nil || position != nil else {
        throw RawFileError(
          file: "naics-icio.csv", problem: "\(entry.id) has no sector for '\(industry ?? "")'")
      }
      prefixes[naics] = .some(position)
    }
    var rates = CollectedRates(
      baseline, try GoodsIndustries(classes: classes, prefixes: prefixes), regions,
      importer: importer, sectors: draft.sectors.count, imports: before.byOrigin)
    rates.replace(in: &draft, importer: importer, dividesSpending: entry.dividesSpending)
    notes.append(note(of: rates, entry, draft.countries[importer]))
    notes += steepRates(in: draft)
    if let donor = entry.inputs {
      draft = try transferred(donor, to: draft, entry, drafts, regions)
      notes.append(
        "io, value_added: the file has none; shares are imputed from \(donor), each country taking "
          + "those of its region there")
    }
    draft.sectors = try sectors(of: entry, draft, drafts)
    draft = try WorldArchive.rounded(draft, id: entry.id)
    var base = try draft.balanced()
    base.notes = notes + base.notes
    let collected = try collected(in: entry.year)
    try RevenueError.check(
      base: entry.id, importer: entry.collected,
      revenue: base.revenue[importer] * WorldArchive.money, collected: collected)
    return Made(
      base: base, regions: regions, importer: importer, rates: rates,
      rawImports: before.imports, rawRevenue: before.revenue, collected: collected)
  }

  /// Services carry no tariff, whatever the file says.
  ///
  /// - Returns: what was done, when something was.
  private func freeServices(
    in draft: inout BaseDraft, _ entry: WorldCatalogue.Entry
  ) -> String? {
    let count = draft.countries.count
    var dropped = 0.0
    for cell in draft.tariffs.indices
    where draft.tariffs[cell] != 0 && !draft.sectors[cell / count / count].isTradable {
      dropped += draft.trade[cell] * draft.tariffs[cell]
      if entry.dividesSpending { draft.trade[cell] *= 1 + draft.tariffs[cell] }
      draft.tariffs[cell] = 0
    }
    guard dropped > 0 else { return nil }
    return
      "tariffs: services carry none here; the file's rates on them, \(billions(dropped)) of duty, are "
      + "no tariffs of any country"
  }

  private func note(
    of rates: CollectedRates, _ entry: WorldCatalogue.Entry, _ importer: WorldCountry
  ) -> String {
    let factor = (rates.factor * 1000).rounded() / 1000
    return
      "tariffs: rates of \(importer.code) on goods are duty collected in \(baseline.year) over customs "
      + "value by sector and origin, times \(factor), customs value over the base's imports of goods, "
      + "which the base values before margins"
      + (entry.dividesSpending ? "; spending on them stays as in the file" : "")
      + "; all other rates are simple averages of applied rates, as in the file"
  }

  /// Importers whose goods of a sector pay more than this on average are named, as no source was held
  /// against them.
  private static let steep = 0.3

  private func steepRates(in draft: BaseDraft) -> [String] {
    let count = draft.countries.count
    var found: [String] = []
    for sector in draft.sectors.indices {
      var steep: [String] = []
      for importer in 0..<count {
        var value = 0.0
        var duty = 0.0
        for exporter in 0..<count where exporter != importer {
          let cell = (sector * count + importer) * count + exporter
          value += draft.trade[cell]
          duty += draft.trade[cell] * draft.tariffs[cell]
        }
        if duty > Self.steep * value { steep.append(draft.countries[importer].code) }
      }
      if !steep.isEmpty {
        found.append(
          "tariffs: those of \(steep.joined(separator: ", ")) on \(draft.sectors[sector].code) are above "
            + "\(Int(Self.steep * 100))% on average in the file and were not checked")
      }
    }
    return found
  }

  private func transferred(
    _ donor: String, to draft: BaseDraft, _ entry: WorldCatalogue.Entry,
    _ drafts: [String: BaseDraft], _ regions: WorldRegions
  ) throws -> BaseDraft {
    guard let given = drafts[donor], !given.inputShares.isEmpty,
      let donorEntry = catalogue.bases.first(where: { $0.id == donor })
    else {
      throw RawFileError(
        file: "world-bases.csv", problem: "\(entry.id): '\(donor)' has no input-output tables")
    }
    let whole = self.regions(donorEntry, given)
    let services = given.sectors.indices.filter { !given.sectors[$0].isTradable }
    var parts: [[Int]] = []
    for sector in catalogue.sectors(of: entry.id) {
      if sector.twin.isEmpty {
        parts.append(services)
      } else if let twin = given.sectors.firstIndex(where: { $0.code == sector.twin }) {
        parts.append([twin])
      } else {
        throw RawFileError(
          file: "world-sectors.csv", problem: "\(donor) has no sector '\(sector.twin)'")
      }
    }
    var region: [Int] = []
    for (country, members) in regions.members.enumerated() {
      guard
        let place = members.first.map({ whole.region(of: $0) })
          ?? whole.members.firstIndex(where: \.isEmpty)
      else {
        throw RawFileError(
          file: "world-regions.csv",
          problem: "\(donor) has no region for '\(draft.countries[country].code)'")
      }
      region.append(place)
    }
    return InputTransfer(donor: given).filled(draft, parts: parts, region: region)
  }

  /// The sectors with the sets of trade elasticities.
  private func sectors(
    of entry: WorldCatalogue.Entry, _ draft: BaseDraft, _ drafts: [String: BaseDraft]
  ) throws(RawFileError) -> [WorldSector] {
    let source = entry.thetas ?? entry.id
    var found: [WorldSector] = []
    for (sector, known) in zip(draft.sectors, catalogue.sectors(of: entry.id)) {
      let code = entry.thetas == nil ? sector.code : known.twin
      let given = drafts[source]?.sectors.first { $0.code == code }
      var thetas: [String: Double] = [:]
      for (set, _, _) in catalogue.thetas {
        guard let theta = given?.thetas[set] else {
          throw RawFileError(
            file: "world-thetas.csv", problem: "\(source) has no '\(set)' for sector '\(code)'")
        }
        thetas[set] = theta
        if set == catalogue.thetas.first?.set { thetas[""] = theta }
      }
      found.append(
        WorldSector(
          code: sector.code, name: sector.name, isTradable: sector.isTradable, thetas: thetas))
    }
    return found
  }

  /// Calculated duty on all imports of a year, dollars, as the Census Bureau published it.
  private func collected(in year: Int) throws -> Double {
    let table = Table("imports-hs2-origin", in: classes)
    let years = try table.integers("year")
    let origins = try table.texts("cty_code")
    let duties = try table.integers("cal_dut_usd")
    return years.indices.reduce(0) { sum, row in
      years[row] == Int64(year) && origins[row] == "TOTAL" ? sum + Double(duties[row]) : sum
    }
  }

  private func billions(_ amount: Double) -> String {
    "\((amount * WorldArchive.money / 1e8).rounded() / 10) bn dollars"
  }
}

/// What one importer buys and what its tariffs come to, in the base's money.
struct ImporterSums {
  /// By sector and origin; nothing from itself.
  private(set) var byOrigin: [Double]
  /// By sector.
  private(set) var imports: [Double]
  private(set) var revenue: [Double]

  init(_ draft: BaseDraft, importer: Int) {
    let count = draft.countries.count
    byOrigin = [Double](repeating: 0, count: draft.sectors.count * count)
    imports = [Double](repeating: 0, count: draft.sectors.count)
    revenue = imports
    for sector in draft.sectors.indices {
      for exporter in 0..<count where exporter != importer {
        let cell = (sector * count + importer) * count + exporter
        byOrigin[sector * count + exporter] = draft.trade[cell]
        imports[sector] += draft.trade[cell]
        revenue[sector] += draft.trade[cell] * draft.tariffs[cell]
      }
    }
  }
}
