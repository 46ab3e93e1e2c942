import TarifaC
import TarifaCHeader
import TariffLaw

/// Entries as columns that own their memory, and their answers as rows of text.
final class EntryTable {
  let rows: Int
  var entries = tarifa_entries()
  private var memory: [UnsafeMutableRawPointer] = []

  init(rows: Int) {
    self.rows = rows
    entries.rows = Int64(rows)
  }

  deinit { for place in memory { place.deallocate() } }

  private func keep<T>(_ values: [T]) -> UnsafeMutablePointer<T> {
    let place = UnsafeMutablePointer<T>.allocate(capacity: max(values.count, 1))
    place.initialize(from: values, count: values.count)
    memory.append(UnsafeMutableRawPointer(place))
    return place
  }

  private func bits(_ isThere: [Bool]) -> UnsafePointer<UInt8>? {
    guard isThere.contains(false) else { return nil }
    var bytes = [UInt8](repeating: 0, count: isThere.count / 8 + 1)
    for (row, isThere) in isThere.enumerated() where isThere {
      bytes[row / 8] |= 1 << UInt8(row % 8)
    }
    return UnsafePointer(keep(bytes))
  }

  /// - Parameter padding: rows before the first, as a slice of a longer column has them.
  func texts(_ texts: [String?], isLarge: Bool = false, padding: Int = 0) -> tarifa_column {
    let all = Array(repeating: "before" as String?, count: padding) + texts
    var bytes: [UInt8] = []
    var ends = [0]
    for text in all {
      bytes += (text ?? "").utf8
      ends.append(bytes.count)
    }
    let offsets =
      isLarge
      ? UnsafeRawPointer(keep(ends.map { Int64($0) }))
      : UnsafeRawPointer(keep(ends.map { Int32($0) }))
    return tarifa_column(
      kind: Int32(isLarge ? TARIFA_LARGE_UTF8 : TARIFA_UTF8), scale: 0,
      values: UnsafeRawPointer(keep(bytes)), offsets: offsets,
      validity: bits(all.map { $0 != nil }),
      offset: Int64(padding))
  }

  func numbers<T>(_ kind: Int, _ numbers: [T?], missing: T, scale: Int32 = 0) -> tarifa_column {
    tarifa_column(
      kind: Int32(kind), scale: scale,
      values: UnsafeRawPointer(keep(numbers.map { $0 ?? missing })),
      offsets: nil, validity: bits(numbers.map { $0 != nil }), offset: 0)
  }

  /// Prices some of the rows.
  ///
  /// - Returns: for each row status, rates, duty, edition and detail, as the batch command writes them.
  func answers(_ book: OpenedBook) throws -> (rows: [[String]], counts: [Int64]) {
    var answers = tarifa_answers()
    let words = (rows + 63) / 64 * 8
    func room<T: Numeric>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T> {
      keep([T](repeating: 0, count: count))
    }
    answers.status = room(UInt8.self, rows)
    answers.rate = room(Double.self, rows)
    answers.additional_rate = room(Double.self, rows)
    answers.rate_low = room(Double.self, rows)
    answers.rate_high = room(Double.self, rows)
    answers.duty = room(Int64.self, rows)
    answers.edition = room(Int32.self, rows)
    answers.detail = room(Int32.self, rows)
    answers.rate_validity = room(UInt8.self, words)
    answers.additional_rate_validity = room(UInt8.self, words)
    answers.rate_low_validity = room(UInt8.self, words)
    answers.rate_high_validity = room(UInt8.self, words)
    answers.duty_validity = room(UInt8.self, words)
    answers.edition_validity = room(UInt8.self, words)
    var texts: OpaquePointer?
    var message = [CChar](repeating: 0, count: 400)
    let code = price(book.handle, &entries, &answers, &texts, &message, 400)
    guard code == 0 else {
      throw OpenedBook.Refused(code: code, message: OpenedBook.text(message))
    }
    let details = OpenedBook.texts(texts)
    func isThere(_ bits: UnsafeMutablePointer<UInt8>?, _ row: Int) -> Bool {
      bits.map { $0[row / 8] >> UInt8(row % 8) & 1 == 1 } ?? false
    }
    /// The shortest decimal of twelve places that is the number.
    func rate(
      _ values: UnsafeMutablePointer<Double>?, _ bits: UnsafeMutablePointer<UInt8>?, _ row: Int
    ) -> String {
      guard let values, isThere(bits, row) else { return "" }
      return Fraction(reducing: Int128((values[row] * 1e12).rounded()), 1_000_000_000_000)
        .decimalText()
    }
    let found = (0..<rows).map { row -> [String] in
      [
        book.statusNames[Int(answers.status[row])],
        rate(answers.rate, answers.rate_validity, row),
        rate(answers.additional_rate, answers.additional_rate_validity, row),
        rate(answers.rate_low, answers.rate_low_validity, row),
        rate(answers.rate_high, answers.rate_high_validity, row),
        isThere(answers.duty_validity, row)
          ? Fraction(Int(answers.duty[row]), over: 100).moneyText : "",
        isThere(answers.edition_validity, row) ? book.editionNames[Int(answers.edition[row])] : "",
        details[Int(answers.detail[row])],
      ]
    }
    return (found, withUnsafeBytes(of: answers.counts) { Array($0.bindMemory(to: Int64.self)) })
  }
}
