import TarifaCHeader
import TariffLaw

/// The columns of a call.
struct EntryColumns {
  let rows: Int
  let hts: Column
  let origin: Column
  let day: Column
  let value: Column
  let quantity: Column
  let unit: Column
  let claims: Column
  let facts: Column
  let importer: Column

  init(_ entries: tarifa_entries) throws(Misuse) {
    guard entries.rows >= 0, entries.rows <= Int64(Int32.max) else {
      throw Misuse("rows: \(entries.rows) is not from 0 to \(Int32.max)")
    }
    rows = Int(entries.rows)
    let amounts = [TARIFA_FLOAT64, TARIFA_DECIMAL128].map { Column.kind($0) }
    hts = try Column(entries.hts, "hts", rows: rows, allowing: [Column.kind(TARIFA_CODE)])
    origin = try Column(entries.origin, "origin", rows: rows)
    day = try Column(entries.day, "day", rows: rows, allowing: [Column.kind(TARIFA_DATE32)])
    value = try Column(
      entries.value, "value", rows: rows, allowing: Set(amounts + [Column.kind(TARIFA_CENTS)]))
    quantity = try Column(entries.quantity, "quantity", rows: rows, allowing: Set(amounts))
    unit = try Column(entries.unit, "unit", rows: rows)
    claims = try Column(entries.claims, "claims", rows: rows)
    facts = try Column(entries.facts, "facts", rows: rows)
    importer = try Column(entries.importer, "importer", rows: rows)
  }

  // MARK: The long way

  /// A row as text, for the reader that says what is wrong.
  func text(_ row: Int) -> EntryText {
    EntryText(
      hts: code(row), origin: text(origin, row), on: day(row), value: amount(value, row, places: 2),
      quantity: amount(quantity, row, places: 6), unit: text(unit, row), claims: list(claims, row),
      facts: list(facts, row))
  }

  func text(_ column: Column, _ row: Int) -> String {
    String(decoding: column.bytes(row), as: UTF8.self)
  }

  private func list(_ column: Column, _ row: Int) -> [String] {
    text(column, row).split(separator: ";").map(String.init)
  }

  private func code(_ row: Int) -> String {
    guard !hts.isText else { return text(hts, row) }
    guard let digits = hts.value(row, as: UInt64.self) else { return "" }
    let plain = "\(digits)"
    return String(repeating: "0", count: max(0, 10 - plain.utf8.count)) + plain
  }

  private func day(_ row: Int) -> String {
    guard !day.isText else { return text(day, row) }
    guard let number = day.value(row, as: Int32.self) else { return "" }
    return "\(Day(number: number))"
  }

  /// An amount as a decimal text; empty where it is missing.
  ///
  /// - Parameter places: to which a binary number is rounded, half away from zero.
  private func amount(_ column: Column, _ row: Int, places: Int) -> String {
    switch column.kind {
    case Column.kind(TARIFA_CENTS):
      guard let cents = column.value(row, as: Int64.self) else { return "" }
      return EntryColumns.decimal(Int128(cents), places: 2)
    case Column.kind(TARIFA_DECIMAL128):
      guard let value = column.value(row, as: Int128.self) else { return "" }
      return EntryColumns.decimal(value, places: Int(column.scale))
    case Column.kind(TARIFA_FLOAT64):
      guard let value = column.value(row, as: Double.self) else { return "" }
      let scaled = EntryColumns.scaled(value, places: places)
      // Beyond this the number tells no cents apart.
      guard scaled.magnitude < 9e15 else { return "\(value)" }
      return EntryColumns.decimal(Int128(scaled.rounded()), places: places)
    default: return text(column, row)
    }
  }

  /// A binary number times ten to the power of `places`.
  static func scaled(_ value: Double, places: Int) -> Double {
    var scaled = value
    for _ in 0..<places { scaled *= 10 }
    return scaled
  }

  /// Digits with a point, without zeros at the end.
  static func decimal(_ value: Int128, places: Int) -> String {
    var digits = "\(value.magnitude)"
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    var fraction = digits.suffix(places)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (value < 0 ? "-" : "") + digits.dropLast(places)
      + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
