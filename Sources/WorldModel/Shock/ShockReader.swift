/// Reads a shock: `sector,exporter,importer,rate` with the new ad valorem rate.
///
/// A flow without a row keeps its rate. The rate `inf` bans.
package enum ShockReader {
  /// - Throws: ``BaseError`` naming file, line and field.
  package static func shock(
    _ table: BaseTable, on base: WorldBase
  ) throws(BaseError) -> WorldShock {
    var shock = WorldShock(base)
    var countries: [String: Int] = [:]
    for (place, country) in base.countries.enumerated() { countries[country.code] = place }
    var sectors: [String: Int] = [:]
    for (place, sector) in base.sectors.enumerated() { sectors[sector.code] = place }
    let rows = try table.rows(["sector", "exporter", "importer", "rate"]) { row throws(BaseError) in
      let exporter = try row.place("exporter", in: countries, of: "countries of the base")
      let importer = try row.place("importer", in: countries, of: "countries of the base")
      let sector = try row.place("sector", in: sectors, of: "sectors of the base")
      let rate = try row.number("rate", atLeast: -1)
      guard rate > -1 else {
        throw row.fault("rate", "a rate is above -1; it is a fraction, 0.25 for 25%")
      }
      guard exporter != importer || rate == 0 else {
        throw row.fault("rate", "a country's own goods pay no tariff")
      }
      return (base.flow(sector: sector, importer: importer, exporter: exporter), rate, row)
    }
    guard !rows.isEmpty else {
      throw BaseError(table.name, "the shock has no rows; a file of changed rates is expected")
    }
    var seen: Set<Int> = []
    for (cell, rate, row) in rows {
      guard seen.insert(cell).inserted else {
        throw row.fault("rate", "there was a row of this sector, exporter and importer before")
      }
      shock.tariffs[cell] = rate
    }
    return shock
  }
}
