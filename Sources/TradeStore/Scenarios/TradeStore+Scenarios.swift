import Foundation
internal import GRDB

extension TradeStore {
  /// How many scenarios a store takes: with answers of usual size some gigabytes.
  public static let mostScenarios = 100_000

  /// Keeps a scenario; one that is there already stays as it is.
  ///
  /// When this returns the scenario is on the disk: it outlives the process and the machine's power.
  ///
  /// - Returns: whether it was new.
  /// - Throws: ``StoreError`` when the disk or the store does not take it, or the store is full.
  public func save(_ scenario: Scenario, most: Int = mostScenarios) throws(StoreError) -> Bool {
    try guarding {
      try queue.writeWithoutTransaction { db in
        // Imports can be run again and leave the last commits to the system; an acknowledged scenario cannot.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        defer { try? db.execute(sql: "PRAGMA synchronous = NORMAL") }
        var isNew = false
        try db.inTransaction(.immediate) {
          isNew =
            try Row.fetchOne(
              db, sql: "SELECT 1 FROM scenario WHERE id = ?", arguments: [scenario.id]) == nil
          guard isNew else { return .rollback }
          let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM scenario") ?? 0
          guard count < most else {
            throw StoreError(
              "\(path): the store holds \(count) scenarios and takes no more; use another store")
          }
          try db.execute(
            sql: """
              INSERT INTO scenario (id, question, parameters, engine, data, imported, answer)
              VALUES (?, ?, ?, ?, ?, ?, ?)
              """,
            arguments: [
              scenario.id, scenario.question, scenario.parameters, scenario.engine, scenario.data,
              scenario.imported, Data(scenario.answer),
            ])
          return .commit
        }
        return isNew
      }
    }
  }

  /// The scenario of a question as it was asked, answered by one engine on one state of the data; `nil` when there is
  /// none.
  ///
  /// - Throws: ``StoreError`` when the store cannot be read, or the scenario is not what its id says.
  public func scenario(
    of question: String, parameters: String, engine: String, data: String
  ) throws(StoreError) -> Scenario? {
    let id = try guarding {
      try queue.read { db in
        try String.fetchOne(
          db,
          sql: """
            SELECT id FROM scenario WHERE question = ? AND engine = ? AND data = ? AND parameters = ? LIMIT 1
            """,
          arguments: [question, engine, data, parameters])
      }
    }
    return try id.map { id throws(StoreError) in try scenario(id) } ?? nil
  }

  /// A scenario as it was saved; `nil` when there is none of this id.
  ///
  /// - Throws: ``StoreError`` when the store cannot be read, or the scenario is not what its id says.
  public func scenario(_ id: String) throws(StoreError) -> Scenario? {
    try guarding {
      let row = try queue.read { db in
        try Row.fetchOne(db, sql: "SELECT * FROM scenario WHERE id = ?", arguments: [id])
      }
      guard let row else { return nil }
      let scenario = Scenario(
        question: try row.get("question"), parameters: try row.get("parameters"),
        engine: try row.get("engine"), data: try row.get("data"),
        imported: try row.get("imported"),
        answer: [UInt8](try row.get("answer", as: Data.self)))
      guard scenario.id == id else { throw StoreError("\(path): \(Self.damaged)") }
      return scenario
    }
  }
}
