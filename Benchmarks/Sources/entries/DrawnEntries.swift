import TarifaCHeader
import TariffLaw

/// Entries drawn with a seed from the imports of 2024, codes and origins in proportion to value, on days from
/// the start of 2018 to the end of the law; in columns as Arrow holds them. With a book, each states a quantity
/// in the unit in which the good is reported.
struct DrawnEntries {
  let count: Int
  /// Bytes of the longest name of a unit.
  private static let unitSize = 16
  private let hts: UnsafeMutablePointer<UInt8>
  private let htsEnds: UnsafeMutablePointer<Int32>
  private let origins: UnsafeMutablePointer<UInt8>
  private let originEnds: UnsafeMutablePointer<Int32>
  private let days: UnsafeMutablePointer<Int32>
  private let cents: UnsafeMutablePointer<Int64>
  private var quantities: UnsafeMutablePointer<Double>?
  /// A bit a row, for goods that are reported in a unit.
  private var isCounted: UnsafeMutablePointer<UInt8>?
  private var units: UnsafeMutablePointer<UInt8>?
  private var unitEnds: UnsafeMutablePointer<Int32>?

  init(
    _ count: Int, seed: UInt64, days span: ClosedRange<Day>, unitsOf book: LawBook? = nil
  ) throws {
    self.count = count
    hts = .allocate(capacity: count * 10)
    htsEnds = .allocate(capacity: count + 1)
    origins = .allocate(capacity: count * 2)
    originEnds = .allocate(capacity: count + 1)
    days = .allocate(capacity: count)
    cents = .allocate(capacity: count)
    if book != nil {
      quantities = .allocate(capacity: count)
      isCounted = .allocate(capacity: count / 8 + 1)
      isCounted?.initialize(repeating: 0, count: count / 8 + 1)
      units = .allocate(capacity: count * DrawnEntries.unitSize)
      unitEnds = .allocate(capacity: count + 1)
      unitEnds?[0] = 0
    }
    let flows = try Flow.shipped(book)
    var ends: [Int] = []
    for flow in flows { ends.append((ends.last ?? 0) + flow.value) }
    var state = seed
    func draw(_ bound: Int) -> Int {
      // SplitMix (Steele, Lea and Flood 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(max(bound, 1)))
    }
    let length = span.lowerBound.days(to: span.upperBound) + 1
    for row in 0...count {
      htsEnds[row] = Int32(row * 10)
      originEnds[row] = Int32(row * 2)
    }
    for row in 0..<count {
      let at = draw(ends.last ?? 1)
      var (low, high) = (0, ends.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] <= at { low = middle + 1 } else { high = middle }
      }
      (hts + row * 10).update(from: flows[low].code, count: 10)
      (origins + row * 2).update(from: flows[low].origin, count: 2)
      days[row] = span.lowerBound.advanced(by: draw(length)).number
      cents[row] = Int64(draw(10_000_000))
      guard let quantities, let isCounted, let units, let unitEnds else { continue }
      quantities[row] = Double(draw(100_000)) / 10
      if !flows[low].unit.isEmpty { isCounted[row / 8] |= 1 << UInt8(row % 8) }
      let unit = flows[low].unit.prefix(DrawnEntries.unitSize)
      let end = Int(unitEnds[row])
      for (offset, byte) in unit.enumerated() { units[end + offset] = byte }
      unitEnds[row + 1] = Int32(end + unit.count)
    }
  }

  /// The columns of some of the rows.
  func columns(_ rows: Range<Int>) -> tarifa_entries {
    func column(
      _ kind: Int, _ values: UnsafeRawPointer, _ offsets: UnsafeRawPointer? = nil,
      validity: UnsafePointer<UInt8>? = nil
    ) -> tarifa_column {
      tarifa_column(
        kind: Int32(kind), scale: 0, values: values, offsets: offsets, validity: validity,
        offset: Int64(rows.lowerBound))
    }
    var entries = tarifa_entries()
    entries.rows = Int64(rows.count)
    entries.hts = column(TARIFA_UTF8, hts, htsEnds)
    entries.origin = column(TARIFA_UTF8, origins, originEnds)
    entries.day = column(TARIFA_DATE32, days)
    entries.value = column(TARIFA_CENTS, cents)
    if let quantities, let units, let unitEnds {
      entries.quantity = column(TARIFA_FLOAT64, quantities, validity: isCounted)
      entries.unit = column(TARIFA_UTF8, units, unitEnds)
    }
    return entries
  }

  /// A row as the pricer of the batch command takes it.
  func entry(_ row: Int) throws -> Entry? {
    let code = String(
      decoding: UnsafeBufferPointer(start: hts + row * 10, count: 10), as: UTF8.self)
    let origin = String(
      decoding: UnsafeBufferPointer(start: origins + row * 2, count: 2), as: UTF8.self)
    guard let origin = CountryCode(origin) else { return nil }
    var entry = Entry(
      code: try HTSCode(code), origin: origin, day: Day(number: days[row]),
      value: Fraction(Int(cents[row]), over: 100))
    if let quantities, let units, let unitEnds {
      let start = Int(unitEnds[row])
      let text = UnsafeBufferPointer(start: units + start, count: Int(unitEnds[row + 1]) - start)
      if let unit = QuantityUnit(spelling: String(decoding: text, as: UTF8.self)) {
        entry.quantities[unit] = Fraction(Int((quantities[row] * 10).rounded()), over: 10)
      }
    }
    return entry
  }
}

// Written once before the threads that read it start.
extension DrawnEntries: @unchecked Sendable {}
