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
      let id: Int64 = row["id"]
      let parts = try Row.fetchAll(
        db, sql: "SELECT * FROM set_part WHERE set_id = ? ORDER BY position", arguments: [id])
      let special = try Row.fetchAll(
        db,
        sql: """
          SELECT substr(code, 1, 2) AS chapter, count(*) AS cells,
            coalesce(sum(value), 0) AS value, coalesce(sum(duty), 0) AS duty
          FROM flow WHERE set_id = ? AND code >= '98' GROUP BY chapter
          """, arguments: [id])
      let total = try Row.fetchOne(
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
      func leftOut(_ what: String) -> ImportedSet.LeftOut {
        ImportedSet.LeftOut(rows: row["\(what)_rows"], value: row["\(what)_value"])
      }
      func sum(_ row: Row?) -> ImportedSet.Sum {
        ImportedSet.Sum(
          cells: row?["cells"] ?? 0, value: row?["value"] ?? 0, duty: row?["duty"] ?? 0)
      }
      return ImportedSet(
        name: row["name"], year: row["year"], layout: row["layout"],
        basis: ImportedSet.Basis(rawValue: row["basis"]) ?? .unstated, sha256: row["sha256"],
        parts: parts.map {
          ImportedSet.Part(
            file: $0["file"], sha256: $0["sha256"], bytes: $0["bytes"], rows: $0["rows"])
        }, total: sum(total),
        specialChapters: Dictionary(
          special.compactMap { row in Int(row["chapter"] as String).map { ($0, sum(row)) } },
          uniquingKeysWith: { first, _ in first }),
        unknownValueRows: total?["unknown_value"] ?? 0,
        unknownDutyRows: total?["unknown_duty"] ?? 0,
        unusable: ImportedSet.LeftOut(
          rows: total?["unusable"] ?? 0, value: total?["unusable_value"] ?? 0),
        summaries: leftOut("summary"), otherYears: leftOut("other_year"),
        dropped: leftOut("dropped"), mapped: leftOut("mapped"))
    }
  }
}
