internal import GRDB
import TariffLaw

/// What an import has read so far, in tables that nothing else reads.
struct StagedSet {
  let store: TradeStore
  let name: String

  /// Makes the stage, or takes up the one an interrupted import left. Files read under other
  /// settings, or no longer part of the set, are forgotten.
  func prepare(settings: String, keeping hashes: [String]) throws(StoreError) {
    try store.guarding {
      try store.queue.write { db in
        let known = try String.fetchOne(
          db, sql: "SELECT settings FROM staged_set WHERE name = ?", arguments: [name])
        if known != settings {
          try db.execute(sql: "DELETE FROM staged_set WHERE name = ?", arguments: [name])
          try db.execute(
            sql: "INSERT INTO staged_set (name, settings) VALUES (?, ?)",
            arguments: [name, settings])
        }
        let staged = try String.fetchAll(
          db, sql: "SELECT sha256 FROM staged_part WHERE name = ?", arguments: [name])
        for hash in staged where !hashes.contains(hash) {
          try db.execute(
            sql: "DELETE FROM staged_part WHERE name = ? AND sha256 = ?", arguments: [name, hash])
        }
      }
    }
  }

  func discard() throws(StoreError) {
    try store.guarding {
      try store.queue.write { db in
        try db.execute(sql: "DELETE FROM staged_set WHERE name = ?", arguments: [name])
      }
    }
  }

  /// What is staged, by the hash of the file.
  func parts() throws(StoreError) -> [String: StagedPart] {
    try store.guarding {
      try store.queue.read { db in
        let rows = try Row.fetchAll(
          db, sql: "SELECT * FROM staged_part WHERE name = ?", arguments: [name])
        return Dictionary(
          try rows.map { row in
            let part = try StagedPart(row)
            return (part.sha256, part)
          }, uniquingKeysWith: { first, _ in first })
      }
    }
  }

  /// Adds a file in one transaction.
  func add(_ part: SetImport.Part, _ sum: PartSum) throws(StoreError) {
    try store.guarding {
      try store.queue.write { db in
        try db.execute(
          sql: """
            INSERT INTO staged_part (name, sha256, file, rows, year, layout, basis, is_monthly,
              months, summary_rows, summary_value, other_year_rows, other_year_value)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            name, part.sha256, part.file, sum.rows, sum.year, sum.layout.rawValue, sum.basis,
            sum.isMonthly, sum.months, sum.summaryRows, sum.summaryValue, sum.otherYearRows,
            sum.otherYearValue,
          ])
        let insert = try db.makeStatement(
          sql: """
            INSERT INTO staged_flow (name, sha256, code, origin, line, rows, value, duty, quantity,
              unit, has_several_units, unknown_value, unknown_duty)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for (key, cell) in sum.cells.sorted(by: { $0.key < $1.key }) {
          insert.setUncheckedArguments([
            name, part.sha256, key.code.digits, key.origin, cell.line, cell.rows, cell.value,
            cell.duty, cell.quantity, cell.unit, cell.hasSeveralUnits, cell.unknownValue,
            cell.unknownDuty,
          ])
          try insert.execute()
        }
      }
    }
  }

  /// Turns the stage into a set in one transaction.
  ///
  /// - Returns: rows of the map that met nothing.
  /// - Throws: ``ImportError`` when the files do not fit together, or name codes or origins that do
  ///   not exist; nothing is changed then.
  func complete(
    parts: [SetImport.Part], sha256: String, year wanted: Int?, map: ImportMap?,
    progress: () -> Void
  ) throws -> [String] {
    progress()
    let staged = try self.parts()
    let ordered = try parts.map { part throws(ImportError) in
      guard let found = staged[part.sha256] else {
        throw ImportError("is no longer staged; another import ran; try again", file: part.file)
      }
      return found
    }
    let agreed = try PartAgreement(ordered, year: wanted)
    let year = agreed.year
    guard let lines = try LineBook(year: year) else {
      throw ImportError("no edition of the schedule is held for \(year)")
    }
    var match = SetMatch(year: year, lines: lines, book: try OriginBook(), map: map)
    for part in parts { try add(part, to: &match) }
    try Strangers.refuse(match, year: year, hasMap: map != nil)
    try BlockOverlap.refuse(match.flows, in: try OriginBook())
    guard !match.flows.isEmpty else {
      throw ImportError(
        "there are no records of \(year) by code and origin in the files; check --year")
    }
    try store.guarding {
      try store.queue.write { db in
        try db.execute(
          sql: """
            INSERT INTO imported_set (name, year, layout, basis, sha256, summary_rows,
              summary_value, other_year_rows, other_year_value, dropped_rows, dropped_value,
              mapped_rows, mapped_value)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            name, year, agreed.layout, agreed.basis, sha256, agreed.summaryRows,
            agreed.summaryValue, agreed.otherYearRows, agreed.otherYearValue, match.droppedRows,
            match.droppedValue, match.mappedRows, match.mappedValue,
          ])
        let id = db.lastInsertedRowID
        for (place, (part, staged)) in zip(parts, ordered).enumerated() {
          try db.execute(
            sql: "INSERT INTO set_part (set_id, position, file, sha256, bytes, rows)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [id, place + 1, part.file, part.sha256, part.bytes, staged.rows])
        }
        let insert = try db.makeStatement(
          sql: """
            INSERT INTO flow (set_id, code, origin, rows, value, duty, quantity, unit,
              unknown_value, unknown_duty, is_split)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for (key, flow) in match.flows.sorted(by: { $0.key < $1.key }) {
          let cell = flow.cell
          insert.setUncheckedArguments([
            id, key.code.digits, key.origin, cell.rows, cell.value, cell.duty, cell.quantity,
            cell.unit, cell.unknownValue, cell.unknownDuty, flow.isSplit,
          ])
          try insert.execute()
        }
        try db.execute(sql: "DELETE FROM staged_set WHERE name = ?", arguments: [name])
      }
    }
    return match.unusedMap
  }

  /// Matches the cells of a file, row by row.
  ///
  /// - Throws: ``ImportError`` of the match, ``StoreError`` when the store is damaged.
  private func add(_ part: SetImport.Part, to match: inout SetMatch) throws {
    do {
      try store.queue.read { db in
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT code, origin, line, rows, value, duty, quantity, unit, has_several_units,
              unknown_value, unknown_duty
            FROM staged_flow WHERE name = ? AND sha256 = ? ORDER BY code, origin
            """, arguments: [name, part.sha256])
        while let row = try rows.next() {
          let cell = PartSum.Cell(
            line: try row.get(at: 2), rows: try row.get(at: 3), value: try row.get(at: 4),
            duty: try row.get(at: 5), quantity: try row.get(at: 6), unit: try row.get(at: 7),
            hasSeveralUnits: try row.get(at: 8), unknownValue: try row.get(at: 9),
            unknownDuty: try row.get(at: 10))
          try match.add(
            cell, code: HTSCode(row.get(at: 0, as: String.self)), origin: try row.get(at: 1),
            file: part.file)
        }
      }
    } catch let error as ImportError {
      throw error
    } catch {
      throw TradeStore.storeError(error, store.path)
    }
  }
}
