internal import GRDB
import TradeData

/// Reads complete sets with their sums.
enum SetRecord {
  /// What a baseline can use of a cell.
  static let usable =
    "value IS NOT NULL AND duty IS NOT NULL AND unknown_value = 0 AND unknown_duty = 0"

  /// All sets, or the one of a name.
  static func all(_ db: Database, name: String? = nil) throws -> [ImportedSet] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM imported_set WHERE ?1 IS NULL OR name = ?1 ORDER BY name",
      arguments: [name])
    return try rows.map { row in
      let id: Int64 = try row.get("id")
      let parts = try Row.fetchAll(
        db, sql: "SELECT * FROM set_part WHERE set_id = ? ORDER BY position", arguments: [id])
      let special = try Row.fetchAll(
        db,
        sql: """
          SELECT substr(code, 1, 2) AS chapter, count(*) AS cells,
            coalesce(sum(value), 0) AS value, coalesce(sum(duty), 0) AS duty
          FROM flow WHERE set_id = ? AND code >= '98' GROUP BY chapter
          """, arguments: [id])
      let totals = try Row.fetchAll(
        db,
        sql: """
          SELECT count(*) AS cells, coalesce(sum(value), 0) AS value,
            coalesce(sum(duty), 0) AS duty, coalesce(sum(unknown_value), 0) AS unknown_value,
            coalesce(sum(unknown_duty), 0) AS unknown_duty,
            coalesce(sum(NOT (\(usable))), 0) AS unusable,
            coalesce(sum(CASE WHEN \(usable) THEN 0 ELSE coalesce(value, 0) END), 0)
              AS unusable_value
          FROM flow WHERE set_id = ?
          """, arguments: [id])
      func leftOut(_ what: String) throws -> ImportedSet.LeftOut {
        ImportedSet.LeftOut(rows: try row.get("\(what)_rows"), value: try row.get("\(what)_value"))
      }
      func sum(_ row: Row) throws -> ImportedSet.Sum {
        ImportedSet.Sum(
          cells: try row.get("cells"), value: try row.get("value"), duty: try row.get("duty"))
      }
      // A sum without groups is always one row.
      guard let total = totals.first else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      let chapters = try special.compactMap { row -> (Int, ImportedSet.Sum)? in
        guard let chapter = Int(try row.get("chapter", as: String.self)) else { return nil }
        return (chapter, try sum(row))
      }
      return ImportedSet(
        name: try row.get("name"), year: try row.get("year"), layout: try row.get("layout"),
        basis: ImportedSet.Basis(rawValue: try row.get("basis")) ?? .unstated,
        sha256: try row.get("sha256"),
        parts: try parts.map {
          ImportedSet.Part(
            file: try $0.get("file"), sha256: try $0.get("sha256"), bytes: try $0.get("bytes"),
            rows: try $0.get("rows"))
        }, total: try sum(total),
        specialChapters: Dictionary(chapters, uniquingKeysWith: { first, _ in first }),
        unknownValueRows: try total.get("unknown_value"),
        unknownDutyRows: try total.get("unknown_duty"),
        unusable: ImportedSet.LeftOut(
          rows: try total.get("unusable"), value: try total.get("unusable_value")),
        summaries: try leftOut("summary"), otherYears: try leftOut("other_year"),
        dropped: try leftOut("dropped"), mapped: try leftOut("mapped"))
    }
  }
}
