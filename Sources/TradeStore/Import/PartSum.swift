import TariffLaw

/// What one file comes to: sums by code and origin as the file writes them, and what was passed
/// over. Amounts are cents.
struct PartSum {
  /// A code and an origin of the file.
  struct Key: Hashable, Comparable {
    let code: HTSCode
    let origin: String

    static func < (a: Key, b: Key) -> Bool { (a.code, a.origin) < (b.code, b.origin) }
  }

  /// The records of a key.
  struct Cell: Equatable {
    /// The line of the first record.
    var line = 0
    var rows = 0
    /// `nil` while no record states it.
    var value: Int?
    var duty: Int?
    /// Hundredths of the unit; `nil` also where units differ.
    var quantity: Int?
    var unit: String?
    var hasSeveralUnits = false
    /// Records whose figure the source withholds.
    var unknownValue = 0
    var unknownDuty = 0
  }

  var cells: [Key: Cell] = [:]
  var rows = 0
  var year: Int?
  var layout = ImportLayout.plain
  var basis = ""
  var isMonthly = false
  /// One bit a month of which there is a value.
  var months = 0
  var summaryRows = 0
  var summaryValue = 0
  var otherYearRows = 0
  var otherYearValue = 0

  /// No sum grows above this, in hundredths: a quadrillion of dollars. Whatever is left out or taken
  /// adds up within the range of integers.
  static let limit = 100_000_000_000_000_000
}

extension PartSum.Cell {
  /// Adds the records of another cell.
  ///
  /// - Returns: whether the sums stayed below the cap.
  mutating func add(_ other: PartSum.Cell) -> Bool {
    rows += other.rows
    unknownValue += other.unknownValue
    unknownDuty += other.unknownDuty
    hasSeveralUnits = hasSeveralUnits || other.hasSeveralUnits
    if let known = unit, let added = other.unit, known != added { hasSeveralUnits = true }
    unit = unit ?? other.unit
    guard Self.add(other.value, to: &value), Self.add(other.duty, to: &duty),
      Self.add(other.quantity, to: &quantity)
    else { return false }
    if hasSeveralUnits {
      unit = nil
      quantity = nil
    }
    return true
  }

  private static func add(_ amount: Int?, to sum: inout Int?) -> Bool {
    guard let amount else { return true }
    let total = (sum ?? 0) + amount
    sum = total
    return total <= PartSum.limit
  }
}
