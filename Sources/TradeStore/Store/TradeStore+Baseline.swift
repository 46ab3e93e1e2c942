internal import GRDB
import TariffLaw
public import TradeData

/// A set as a baseline, with what it could not take.
public struct StoredBaseline: Sendable {
  public let baseline: ImportBaseline
  public let set: ImportedSet
}

extension TradeStore {
  /// How an action names a set of the store.
  public static let baselinePrefix = "store:"

  /// A set as a baseline: its sums by code and origin, as reported.
  ///
  /// Cells of which the source withholds value or duty are left out; ``ImportedSet/unusable`` says
  /// how many and what they carry. Cells without any value hold no imports and are left out too.
  /// Cells that a map split by shares say so.
  ///
  /// - Parameter byRateLine: whether statistical suffixes are summed to rate lines (eight digits);
  ///   otherwise codes stay as the files have them, like those of the shipped imports of 2024.
  /// - Throws: ``StoreError`` when there is no such set, or none of its cells has value and duty.
  public func baseline(
    _ name: String, byRateLine: Bool = false
  ) throws(StoreError) -> StoredBaseline {
    guard let set = try set(name) else {
      let names = try sets().map(\.name)
      throw StoreError(
        "there is no set '\(name)' in \(path)"
          + (names.isEmpty
            ? "; import one with 'tarifa data import'"
            : "; it has " + names.joined(separator: ", ")))
    }
    let rows = try guarding {
      try queue.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT substr(code, 1, \(byRateLine ? 8 : 10)) AS line, origin, sum(value) AS value, sum(duty) AS duty,
              max(is_split) AS is_split
            FROM flow JOIN imported_set ON id = set_id
            WHERE name = ? AND value > 0 AND \(SetRecord.usable)
            GROUP BY line, origin ORDER BY line, origin
            """, arguments: [name])
      }
    }
    guard !rows.isEmpty else {
      throw StoreError(
        "'\(name)' has no cell with both value and duty; a baseline needs the duty too, so import"
          + " the files with their calculated duties")
    }
    do {
      let book = try OriginBook()
      let keys = try Set(rows.map { try $0.get("origin", as: String.self) }).sorted()
      let origins = try keys.map { key in
        guard let origin = book.origins[key] else { throw ArchiveError.damaged("origin \(key)") }
        return ImportBaseline.Origin(name: origin.name, countries: origin.countries)
      }
      let position = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
      let baseline = try ImportBaseline.checked(
        id: set.baseline, year: set.year, origins: origins,
        codes: rows.map { try HTSCode($0.get("line", as: String.self)) },
        origin: rows.map { position[try $0.get("origin")] ?? 0 },
        value: rows.map { Double(try $0.get("value", as: Int.self)) / 100 },
        duty: rows.map { Double(try $0.get("duty", as: Int.self)) / 100 },
        provenance: rows.map { try $0.get("is_split") ? .split : .published })
      return StoredBaseline(baseline: baseline, set: set)
    } catch {
      throw StoreError("\(path): \(Self.damaged)")
    }
  }
}
