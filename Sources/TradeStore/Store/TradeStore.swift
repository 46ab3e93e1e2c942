import Foundation
internal import GRDB
public import TradeData

/// Imported sets of official files, in one SQLite file.
///
/// A set is complete or not there: files are staged one by one in tables that nothing else reads,
/// and become a set in one transaction. A process that dies leaves whole sets and whole staged
/// files.
public struct TradeStore: Sendable {
  public let path: String
  let queue: DatabaseQueue

  /// Opens a store, making it and its folder when there is none.
  ///
  /// - Throws: ``StoreError`` when the file is no store, is damaged, or cannot be written.
  public init(path: String) throws(StoreError) {
    self.path = path
    queue = try Self.guarding(path) {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.busyMode = .timeout(10)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let migrator = StoreSchema.migrator
      guard try queue.read({ try !migrator.hasBeenSuperseded($0) }) else {
        throw StoreError("\(path): the store was made by a later version; use that version")
      }
      try migrator.migrate(queue)
      return queue
    }
  }

  /// Opens a store if there is one.
  public static func existing(path: String) throws(StoreError) -> TradeStore? {
    FileManager.default.fileExists(atPath: path) ? try TradeStore(path: path) : nil
  }

  /// The complete sets, by name.
  public func sets() throws(StoreError) -> [ImportedSet] {
    try guarding { try queue.read { try SetRecord.all($0) } }
  }

  /// A complete set; `nil` when there is none of this name.
  public func set(_ name: String) throws(StoreError) -> ImportedSet? {
    try guarding { try queue.read { try SetRecord.all($0, name: name).first } }
  }

  /// Removes a set and what is staged under its name.
  ///
  /// - Returns: whether there was anything.
  public func remove(_ name: String) throws(StoreError) -> Bool {
    try guarding {
      try queue.write { db in
        try db.execute(sql: "DELETE FROM staged_set WHERE name = ?", arguments: [name])
        let staged = db.changesCount
        try db.execute(sql: "DELETE FROM imported_set WHERE name = ?", arguments: [name])
        return staged + db.changesCount > 0
      }
    }
  }

  func guarding<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
    try Self.guarding(path, body)
  }

  /// Turns errors of the database into messages.
  static func guarding<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch {
      throw storeError(error, path)
    }
  }

  static func storeError(_ error: any Error, _ path: String) -> StoreError {
    switch error {
    case let error as StoreError: error
    case let error as DatabaseError: StoreError("\(path): \(message(error))")
    case is CocoaError:
      StoreError("\(path): the store cannot be opened; check the folder and its permissions")
    default: StoreError("\(path): \(damaged)")
    }
  }

  static let damaged = "the store is damaged; move it away and import the files again"

  private static func message(_ error: DatabaseError) -> String {
    switch error.resultCode {
    case .SQLITE_NOTADB: "is not a store; choose another path"
    case .SQLITE_CORRUPT: damaged
    case .SQLITE_CONSTRAINT: "another import of the same set runs; try again when it is done"
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
      "the store cannot be opened for writing; check the folder and its permissions"
    case .SQLITE_FULL, .SQLITE_IOERR: "the disk is full or failing; nothing was changed"
    case .SQLITE_BUSY, .SQLITE_LOCKED: "another process holds the store; try again when it is done"
    default:
      "the database refused (\(error.resultCode.rawValue): \(error.message ?? "no reason given"))"
    }
  }
}
