import Foundation
import Testing

import WorldModel

/// World bases that are not shipped: in the folder named by TARIFA_WORLD_BASES, or beside the checkout at
/// `../shared/data/world`.
enum RawBases {
  static let all = ["cp1993-31x40", "icio2017-7x44", "icio2017-81x28", "wiod2011-41x14"]

  static let missing: Comment =
    "there are no raw world bases; name their folder in TARIFA_WORLD_BASES, or put it at ../shared/data/world"

  static let areThere = root != nil

  static let root: URL? = {
    var folders = [ProcessInfo.processInfo.environment["TARIFA_WORLD_BASES"]].compactMap { $0 }
      .map { URL(fileURLWithPath: $0, isDirectory: true) }
    var checkout = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { checkout.deleteLastPathComponent() }
    folders.append(
      checkout.deletingLastPathComponent().appendingPathComponent("shared/data/world"))
    return folders.first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  static func base(_ name: String) throws -> WorldBase {
    let root = try #require(root)
    return try BaseReader.draft(
      BaseFiles { file throws(BaseError) in
        let path = root.appendingPathComponent("\(name)/\(file).csv.gz").path
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
          return (file + ".csv.gz", try unpacked(path))
        } catch {
          throw BaseError(file, "\(error)")
        }
      }
    ).balanced()
  }

  static func table(_ path: String) throws -> BaseTable {
    let root = try #require(root)
    return try BaseTable(name: path, bytes: try unpacked(root.appendingPathComponent(path).path))
  }

  private static func unpacked(_ path: String) throws -> [UInt8] {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    process.standardOutput = output
    try process.run()
    let bytes = [UInt8](try output.fileHandleForReading.readToEnd() ?? Data())
    process.waitUntilExit()
    return bytes
  }
}

extension WorldBase {
  /// The base's own trade elasticities.
  var ownTheta: [Double] { sectors.map { $0.thetas[""] ?? .nan } }

  /// NAFTA's members charge one another the rates of 2005; a pair without a row pays none.
  func nafta() throws -> WorldShock {
    let members = try ["CAN", "MEX", "USA"].map { try #require(country($0)) }
    var shock = WorldShock(self)
    for sector in sectors.indices {
      for importer in members {
        for exporter in members where exporter != importer {
          shock.tariffs[flow(sector: sector, importer: importer, exporter: exporter)] = 0
        }
      }
    }
    let rows = try RawBases.table("cp1993-31x40/tariffs_2005.csv.gz").rows(
      ["sector", "exporter", "importer", "rate"]
    ) { row throws(BaseError) in
      (
        sector(try row.text("sector")), country(try row.text("exporter")),
        country(try row.text("importer")), try row.amount("rate", atLeast: 0)
      )
    }
    for (sector, exporter, importer, rate) in rows {
      let (sector, exporter, importer) = (
        try #require(sector), try #require(exporter), try #require(importer)
      )
      guard members.contains(exporter), members.contains(importer) else { continue }
      shock.tariffs[flow(sector: sector, importer: importer, exporter: exporter)] = rate
    }
    return shock
  }
}
