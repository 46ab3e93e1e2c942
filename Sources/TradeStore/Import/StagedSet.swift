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

  func partHashes() throws(StoreError) -> Set<String> {
    try store.guarding {
      try store.queue.read { db in
        try String.fetchSet(
          db, sql: "SELECT sha256 FROM staged_part WHERE name = ?", arguments: [name])
      }
    }
  }

  func rows(of part: SetImport.Part) throws(StoreError) -> Int? {
    try store.guarding {
      try store.queue.read { db in
        try Int.fetchOne(
          db, sql: "SELECT rows FROM staged_part WHERE name = ? AND sha256 = ?",
          arguments: [name, part.sha256])
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
    let about = try store.guarding {
      try store.queue.read { db in
        try Row.fetchAll(db, sql: "SELECT * FROM staged_part WHERE name = ?", arguments: [name])
      }
    }
    let (year, first) = try agreed(about, parts, wanted)
    guard let lines = try LineBook(year: year) else {
      throw ImportError("no edition of the schedule is held for \(year)")
    }
    var match = SetMatch(year: year, lines: lines, book: try OriginBook(), map: map)
    for part in parts {
      let rows = try store.guarding {
        try store.queue.read { db in
          try Row.fetchAll(
            db,
            sql: "SELECT * FROM staged_flow WHERE name = ? AND sha256 = ? ORDER BY code, origin",
            arguments: [name, part.sha256])
        }
      }
      for row in rows {
        guard let code = try? HTSCode(row["code"] as String) else {
          throw StoreError("\(store.path): the store is damaged; move it away and import again")
        }
        try match.add(Self.cell(row), code: code, origin: row["origin"], file: part.file)
      }
    }
    try Strangers.refuse(match, year: year, hasMap: map != nil)
    try BlockOverlap.refuse(match.flows, in: try OriginBook())
    guard !match.flows.isEmpty else {
      throw ImportError(
        "there are no records of \(year) by code and origin in the files; check --year")
    }
    func total(_ column: String) -> Int { about.reduce(0) { $0 + ($1[column] as Int) } }
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
            name, year, first["layout"] as String, first["basis"] as String, sha256,
            total("summary_rows"), total("summary_value"), total("other_year_rows"),
            total("other_year_value"), match.droppedRows, match.droppedValue, match.mappedRows,
            match.mappedValue,
          ])
        let id = db.lastInsertedRowID
        for (place, part) in parts.enumerated() {
          let rows = about.first { $0["sha256"] == part.sha256 }?["rows"] ?? 0
          try db.execute(
            sql: "INSERT INTO set_part (set_id, position, file, sha256, bytes, rows)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [id, place + 1, part.file, part.sha256, part.bytes, rows])
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

  /// The year of all parts, once they are known to fit together.
  private func agreed(
    _ about: [Row], _ parts: [SetImport.Part], _ wanted: Int?
  ) throws(ImportError) -> (year: Int, first: Row) {
    var year = wanted
    var first: Row?
    var months = 0
    for part in parts {
      guard let row = about.first(where: { $0["sha256"] == part.sha256 }) else {
        throw ImportError("is no longer staged; another import ran; try again", file: part.file)
      }
      if let stated: Int = row["year"] {
        guard year == nil || year == stated else {
          throw ImportError(
            "holds \(stated), the parts before it \(year ?? 0); import each year as a set",
            file: part.file)
        }
        year = stated
      }
      months |= row["months"] as Int
      guard let before = first else {
        first = row
        continue
      }
      for (column, what) in [
        ("layout", "layout"), ("basis", "basis"), ("is_monthly", "monthly columns"),
      ] where (before[column] as DatabaseValue) != (row[column] as DatabaseValue) {
        throw ImportError(
          "has another \(what) than \(before["file"] as String); import them as two sets",
          file: part.file)
      }
    }
    guard let first, let year else {
      throw ImportError("no record states a year; give --year")
    }
    if first["is_monthly"] {
      let missing = (1...12).filter { months & 1 << ($0 - 1) == 0 }
      guard missing.isEmpty else {
        throw ImportError(
          "the files have no values of month \(missing.map { "\($0)" }.joined(separator: ", "));"
            + " a set is a whole year, so add the missing parts")
      }
    }
    return (year, first)
  }

  private static func cell(_ row: Row) -> PartSum.Cell {
    PartSum.Cell(
      line: row["line"], rows: row["rows"], value: row["value"], duty: row["duty"],
      quantity: row["quantity"], unit: row["unit"], hasSeveralUnits: row["has_several_units"],
      unknownValue: row["unknown_value"], unknownDuty: row["unknown_duty"])
  }
}
