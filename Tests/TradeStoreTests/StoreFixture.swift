import Foundation
import GRDB
import TradeData
import TradeStore

/// A folder of its own with files and a store, removed when the test ends.
final class StoreFixture {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tarifa-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var storePath: String { path("store.sqlite") }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  /// Compresses a file with the system's gzip and gives the path of the result.
  func gzip(_ name: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-kf", path(name)]
    try process.run()
    process.waitUntilExit()
    return path(name + ".gz")
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  static func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

  func sha256(_ name: String) throws -> String {
    let bytes = [UInt8](try bytes(name))
    return bytes.withUnsafeBytes { SHA256.hexadecimal($0) }
  }

  @discardableResult
  func importing(
    _ files: [String], name: String = "set", manifest: String? = nil, map: String? = nil,
    year: Int? = nil, monthly: Bool = false, limits: ImportLimits = ImportLimits()
  ) throws -> (set: ImportedSet, outcome: ImportOutcome) {
    var request = ImportRequest(
      name: name, files: files, manifest: manifest, map: map, year: year, monthly: monthly)
    request.limits = limits
    return try TradeStore(path: storePath).importSet(request)
  }

  /// Every row of every table, for comparing a store before and after.
  func rows() throws -> [String] {
    let queue = try DatabaseQueue(path: storePath)
    return try queue.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      return try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table): \($0)" }.sorted()
      }
    }
  }

  /// The message with which something fails; `nil` when it does not.
  static func message(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Three records of 2024 in the plain layout.
  static let plain = """
    hts,origin,year,value,duty,quantity,unit
    8482.10.50.44,CN,2024,"1,234,567",111111,5000,No
    8482.10.50.44,DE,2024,1000,90,4,No
    8517.13.00.00,VN,2024,20000.50,0,3,No

    """
}
