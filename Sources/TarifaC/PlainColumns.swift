import TarifaCHeader
import TariffLaw

/// Reads what is plainly written in the columns of a block of rows; the rest is left to the long way, which
/// says what is wrong.
struct PlainColumns {
  let columns: EntryColumns
  /// The first row of the block, and how many there are.
  let first: Int
  let count: Int

  /// A text of a column, where it stands.
  private typealias Text = UnsafeBufferPointer<UInt8>

  // MARK: Codes

  func readCodes(into codes: UnsafeMutablePointer<UInt64>) {
    let column = columns.hts
    if column.kind == Column.kind(TARIFA_CODE) {
      for row in 0..<count {
        let digits = column.value(first + row, as: UInt64.self) ?? .max
        codes[row] = digits < 10_000_000_000 ? digits << 4 | 10 : 0
      }
    } else if column.isWhole, let (bytes, ends) = column.shortTexts {
      for row in 0..<count {
        let start = Int(ends[first + row])
        codes[row] = PlainColumns.code(bytes + start, Int(ends[first + row + 1]) - start)
      }
    } else if column.isWhole, let (bytes, ends) = column.longTexts {
      for row in 0..<count {
        let start = Int(ends[first + row])
        codes[row] = PlainColumns.code(bytes + start, Int(ends[first + row + 1]) - start)
      }
    } else {
      for row in 0..<count {
        let text = column.bytes(first + row)
        codes[row] = text.baseAddress.map { PlainColumns.code($0, text.count) } ?? 0
      }
    }
  }

  @inline(__always)
  private static func code(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    if count == 10 || count == 8 {
      let raw = UnsafeRawPointer(bytes)
      if let eight = digits(raw.loadUnaligned(as: UInt64.self)) {
        if count == 8 { return eight &* 1600 | 8 }
        let (nine, ten) = (bytes[8] &- 48, bytes[9] &- 48)
        if nine < 10, ten < 10 {
          return (eight &* 100 &+ UInt64(nine) &* 10 &+ UInt64(ten)) << 4 | 10
        }
      }
    }
    return PlainFields.code(Text(start: bytes, count: max(0, count)))?.raw ?? 0
  }

  /// Eight digits at once, the first in the lowest byte.
  @inline(__always)
  private static func digits(_ text: UInt64) -> UInt64? {
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    let zeros: UInt64 = 0x3030_3030_3030_3030
    guard text & high == zeros, (text &+ 0x0606_0606_0606_0606) & high == zeros else { return nil }
    let pairs = ((text & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) >> 8
    let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
    return ((fours & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
  }

  // MARK: Origins

  func readOrigins(into origins: UnsafeMutablePointer<Int32>) {
    let column = columns.origin
    if column.isWhole, let (bytes, ends) = column.shortTexts {
      for row in 0..<count {
        let start = Int(ends[first + row])
        origins[row] = PlainColumns.origin(bytes + start, Int(ends[first + row + 1]) - start)
      }
    } else if column.isWhole, let (bytes, ends) = column.longTexts {
      for row in 0..<count {
        let start = Int(ends[first + row])
        origins[row] = PlainColumns.origin(bytes + start, Int(ends[first + row + 1]) - start)
      }
    } else {
      for row in 0..<count {
        let text = column.bytes(first + row)
        origins[row] = text.baseAddress.map { PlainColumns.origin($0, text.count) } ?? -1
      }
    }
  }

  @inline(__always)
  private static func origin(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    guard count == 2 else { return -1 }
    let (one, two) = (bytes[0] &- 65, bytes[1] &- 65)
    return one < 26 && two < 26 ? Int32(one) &* 26 &+ Int32(two) : -1
  }

  // MARK: Days

  /// - Parameter days: takes days since 1970-01-01; `Int32.min` where there is none.
  func readDays(into days: UnsafeMutablePointer<Int32>) {
    let column = columns.day
    if column.isWhole, column.kind == Column.kind(TARIFA_DATE32),
      let values = column.values(as: Int32.self)
    {
      (days).update(from: values + first, count: count)
    } else if column.kind == Column.kind(TARIFA_DATE32) {
      for row in 0..<count { days[row] = column.value(first + row, as: Int32.self) ?? .min }
    } else {
      for row in 0..<count {
        days[row] = PlainFields.day(column.bytes(first + row))?.number ?? .min
      }
    }
  }

  // MARK: Amounts

  /// - Parameters:
  ///   - cents: takes the value in cents; `Int64.min` where none is stated.
  ///   - amounts: takes 0 for no value, 1 for one, ``notPlain`` for one the long way reads.
  func readValues(
    into cents: UnsafeMutablePointer<Int64>, _ amounts: UnsafeMutablePointer<UInt8>
  ) {
    let column = columns.value
    cents.update(repeating: .min, count: count)
    amounts.update(repeating: 0, count: count)
    if column.isAbsent { return }
    if column.kind == Column.kind(TARIFA_CENTS) {
      if column.isWhole, let values = column.values(as: Int64.self) {
        for row in 0..<count {
          let value = values[first + row]
          cents[row] = value
          amounts[row] = value < 0 ? PlainColumns.notPlain : 1
        }
        return
      }
      for row in 0..<count {
        guard let value = column.value(first + row, as: Int64.self) else { continue }
        cents[row] = value
        amounts[row] = value < 0 ? PlainColumns.notPlain : 1
      }
    } else if column.kind == Column.kind(TARIFA_FLOAT64) {
      for row in 0..<count {
        guard let value = column.value(first + row, as: Double.self) else { continue }
        let scaled = (value * 100).rounded()
        let isPlain = scaled >= 0 && scaled < 9e15
        cents[row] = isPlain ? Int64(scaled) : .min
        amounts[row] = isPlain ? 1 : PlainColumns.notPlain
      }
    } else if column.kind == Column.kind(TARIFA_DECIMAL128) {
      let places = Int(column.scale)
      var unit: Int128 = 1
      for _ in 0..<abs(places - 2) { unit *= 10 }
      for row in 0..<count {
        guard let value = column.value(first + row, as: Int128.self) else { continue }
        let isPlain = value >= 0 && value < 1 << 60
        let whole = places > 2 ? value / unit : isPlain ? value * unit : 0
        // Parts of a cent are kept exactly, by the long way.
        if isPlain, places <= 2 || whole * unit == value, let found = Int64(exactly: whole) {
          cents[row] = found
          amounts[row] = 1
        } else {
          amounts[row] = PlainColumns.notPlain
        }
      }
    } else {
      for row in 0..<count {
        let text = column.bytes(first + row)
        if text.isEmpty { continue }
        if let found = PlainColumns.cents(text) {
          cents[row] = found
          amounts[row] = 1
        } else {
          amounts[row] = PlainColumns.notPlain
        }
      }
    }
  }

  /// Digits with at most one point and two digits after it; no sign, no grouping.
  private static func cents(_ text: Text) -> Int64? {
    guard text.count <= 16 else { return nil }
    var value: Int64 = 0
    var decimals = -1
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        value = value &* 10 &+ Int64(digit)
        if decimals >= 0 { decimals += 1 }
      } else if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else {
        return nil
      }
    }
    guard text[0] != UInt8(ascii: ".") else { return nil }
    switch decimals {
    case -1: return value &* 100
    case 1: return value &* 10
    case 2: return value
    default: return nil
    }
  }

  /// Of a row of which something must be read the long way.
  static let notPlain: UInt8 = 255

  /// Marks the rows that state a quantity or a unit, and reads them.
  func readQuantities(_ statements: Statements, into block: Block) {
    block.statesQuantities = !columns.quantity.isAbsent || !columns.unit.isAbsent
    guard block.statesQuantities else { return }
    let amounts = block.amounts
    for row in 0..<count where amounts[row] != PlainColumns.notPlain {
      let text = columns.unit.bytes(first + row)
      let isMissing = isMissing(quantity: first + row)
      if isMissing, text.isEmpty { continue }
      guard !isMissing, let (digits, places) = quantity(first + row),
        let unit = statements.unit(text)
      else {
        amounts[row] = PlainColumns.notPlain
        continue
      }
      block.quantities[row] = digits
      block.places[row] = places
      block.units[row] = unit
      amounts[row] = 2
    }
  }

  private func isMissing(quantity row: Int) -> Bool {
    let column = columns.quantity
    return column.isText ? column.bytes(row).isEmpty : column.isMissing(row)
  }

  /// Digits, and how many of them are decimals.
  private func quantity(_ row: Int) -> (digits: Int64, places: UInt8)? {
    let column = columns.quantity
    switch column.kind {
    case Column.kind(TARIFA_FLOAT64):
      guard let value = column.value(row, as: Double.self), value >= 0, value < 9e9 else {
        return nil
      }
      return (Int64(EntryColumns.scaled(value, places: 6).rounded()), 6)
    case Column.kind(TARIFA_DECIMAL128):
      guard let value = column.value(row, as: Int128.self), value >= 0, value < 1 << 59 else {
        return nil
      }
      return (Int64(value), UInt8(truncatingIfNeeded: column.scale))
    default: return PlainFields.decimal(column.bytes(row))
    }
  }

  // MARK: Circumstances

  /// - Parameter circumstances: takes their numbers; -1 where the long way must read them.
  func readCircumstances(_ statements: Statements, into circumstances: UnsafeMutablePointer<Int32>)
  {
    guard !columns.claims.isAbsent || !columns.facts.isAbsent else {
      circumstances.update(repeating: 0, count: count)
      return
    }
    for row in 0..<count {
      circumstances[row] =
        statements.circumstances(
          columns.claims.bytes(first + row), columns.facts.bytes(first + row)) ?? -1
    }
  }
}
