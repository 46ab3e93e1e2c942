import TariffLaw
import TradeData

/// Compiles countries, classifications and flows.
public struct TradeCompiler: Sendable {
  private let folder: RawFolder

  public init(folder: RawFolder) { self.folder = folder }

  /// The archive of countries, by two-letter code.
  public func countries() throws(RawFileError) -> [UInt8] {
    let names = try RawTable(folder, "classes/countries/un_iso_country_attributes.csv")
    let iso2 = try names.column("ISO3166-1-Alpha-2")
    let iso3 = try names.column("ISO3166-1-Alpha-3")
    let title = try names.column("CLDR display name")
    let census = try RawTable(folder, "classes/countries/census_schedule_c.csv")
    let censusISO = try census.column("iso2")
    let censusCode = try census.column("cty_code")
    let censusISO3 = try census.column("iso3")
    let censusName = try census.column("name")
    var rows: [String: (iso3: String, census: String, name: String, censusName: String)] = [:]
    for (_, fields) in names.records where CountryCode(fields.field(iso2)) != nil {
      rows[fields.field(iso2)] = (fields.field(iso3), "", fields.field(title), "")
    }
    for (_, fields) in census.records {
      // A name too long for its column of Schedule C runs into the code behind it.
      let code = String(fields.field(censusISO).suffix(2))
      guard CountryCode(code) != nil else { continue }
      let name = fields.field(censusName)
      let known = rows[code] ?? (fields.field(censusISO3), "", name, "")
      // Census splits some countries into parts; the first code stands for the whole.
      if known.census.isEmpty {
        rows[code] = (known.iso3, fields.field(censusCode), known.name, name)
      }
    }
    let sorted = rows.sorted { $0.key < $1.key }
    var writer = TableWriter()
    writer.add("countries", "iso2", texts: sorted.map(\.key))
    writer.add("countries", "iso3", texts: sorted.map(\.value.iso3))
    writer.add("countries", "census", texts: sorted.map(\.value.census))
    writer.add("countries", "name", texts: sorted.map(\.value.name))
    writer.add("countries", "census-name", texts: sorted.map(\.value.censusName))
    return try finish(writer, "countries")
  }

  /// The archive of classifications, crosswalks, elasticities and control totals.
  public func classes(catalogue: [UInt8]) throws(RawFileError) -> [UInt8] {
    try finish(try TableCatalogue(folder: folder).compile(catalogue), "classes")
  }

  /// The archive of 2024 imports for consumption by ten-digit code and origin.
  public func flows2024() throws(RawFileError) -> [UInt8] {
    let raw = try RawTable(folder, "flows/us_imports_2024_hts10_country.csv.xz")
    let origin = try raw.column("cty_code")
    let code = try raw.column("hts10")
    let value = try raw.column("con_val_usd")
    let duty = try raw.column("cal_dut_usd")
    var rows: [(code: Int64, origin: String, value: Int64, duty: Int64)] = []
    for (line, fields) in raw.records {
      guard let dollars = Int64(fields.field(value)), let owed = Int64(fields.field(duty)) else {
        throw RawFileError(file: raw.file, line: line, problem: "needs whole dollars")
      }
      do {
        let hts = try HTSCode(fields.field(code))
        rows.append((Int64(bitPattern: hts.raw), fields.field(origin), dollars, owed))
      } catch {
        throw RawFileError(file: raw.file, line: line, problem: "\(error)")
      }
    }
    rows.sort { ($0.code, $0.origin) < ($1.code, $1.origin) }
    var writer = TableWriter()
    writer.add("imports", "code", integers: rows.map(\.code))
    writer.add("imports", "origin", texts: rows.map(\.origin))
    writer.add("imports", "value", integers: rows.map(\.value))
    writer.add("imports", "duty", integers: rows.map(\.duty))
    return try finish(writer, "flows-2024")
  }

  func finish(_ writer: TableWriter, _ name: String) throws(RawFileError) -> [UInt8] {
    do {
      return try writer.finish()
    } catch {
      throw RawFileError(file: name, problem: "\(error)")
    }
  }
}
