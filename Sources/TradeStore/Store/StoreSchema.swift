internal import GRDB

/// The tables of the store, by migrations that are never changed once released.
///
/// Columns hold the kind they are declared for (STRICT). Amounts are whole cents, quantities hundredths of their unit; NULL is unknown.
enum StoreSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 imported sets") { db in
      try db.execute(
        sql: """
          CREATE TABLE imported_set (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, year INTEGER NOT NULL,
            layout TEXT NOT NULL, basis TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE,
            summary_rows INTEGER NOT NULL, summary_value INTEGER NOT NULL,
            other_year_rows INTEGER NOT NULL, other_year_value INTEGER NOT NULL,
            dropped_rows INTEGER NOT NULL, dropped_value INTEGER NOT NULL,
            mapped_rows INTEGER NOT NULL, mapped_value INTEGER NOT NULL
          ) STRICT;
          CREATE TABLE set_part (
            set_id INTEGER NOT NULL REFERENCES imported_set ON DELETE CASCADE,
            position INTEGER NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL, rows INTEGER NOT NULL,
            PRIMARY KEY (set_id, position)
          ) WITHOUT ROWID, STRICT;
          CREATE TABLE flow (
            set_id INTEGER NOT NULL REFERENCES imported_set ON DELETE CASCADE,
            code TEXT NOT NULL, origin TEXT NOT NULL, rows INTEGER NOT NULL,
            value INTEGER, duty INTEGER, quantity INTEGER, unit TEXT,
            unknown_value INTEGER NOT NULL, unknown_duty INTEGER NOT NULL,
            is_split INTEGER NOT NULL,
            PRIMARY KEY (set_id, code, origin)
          ) WITHOUT ROWID, STRICT;

          CREATE TABLE staged_set (
            name TEXT PRIMARY KEY, settings TEXT NOT NULL
          ) WITHOUT ROWID, STRICT;
          CREATE TABLE staged_part (
            name TEXT NOT NULL REFERENCES staged_set ON DELETE CASCADE,
            sha256 TEXT NOT NULL, file TEXT NOT NULL, rows INTEGER NOT NULL,
            year INTEGER, layout TEXT NOT NULL, basis TEXT NOT NULL, is_monthly INTEGER NOT NULL,
            months INTEGER NOT NULL, summary_rows INTEGER NOT NULL, summary_value INTEGER NOT NULL,
            other_year_rows INTEGER NOT NULL, other_year_value INTEGER NOT NULL,
            PRIMARY KEY (name, sha256)
          ) WITHOUT ROWID, STRICT;
          CREATE TABLE staged_flow (
            name TEXT NOT NULL, sha256 TEXT NOT NULL, code TEXT NOT NULL, origin TEXT NOT NULL,
            line INTEGER NOT NULL, rows INTEGER NOT NULL,
            value INTEGER, duty INTEGER, quantity INTEGER, unit TEXT,
            has_several_units INTEGER NOT NULL,
            unknown_value INTEGER NOT NULL, unknown_duty INTEGER NOT NULL,
            PRIMARY KEY (name, sha256, code, origin),
            FOREIGN KEY (name, sha256) REFERENCES staged_part ON DELETE CASCADE
          ) WITHOUT ROWID, STRICT;
          """)
    }
    migrator.registerMigration("2 scenarios") { db in
      try db.execute(
        sql: """
          CREATE TABLE scenario (
            id TEXT PRIMARY KEY, question TEXT NOT NULL, parameters TEXT NOT NULL,
            engine TEXT NOT NULL, data TEXT NOT NULL, answer BLOB NOT NULL
          ) STRICT;
          """)
    }
    migrator.registerMigration("3 imported sets of scenarios") { db in
      try db.execute(sql: "ALTER TABLE scenario ADD COLUMN imported TEXT NOT NULL DEFAULT ''")
    }
    return migrator
  }
}
