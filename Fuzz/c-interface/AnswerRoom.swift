import TarifaCHeader

/// Buffers for the answers on so many rows, as large as the header asks for and no larger.
struct AnswerRoom {
  var answers = tarifa_answers()
  private let rows: Int
  private var memory: [UnsafeMutableRawPointer] = []

  /// A row's answer, to be compared.
  struct Row: Equatable {
    let status: UInt8
    /// The rates and the duty, as they stand in memory; nothing where they are missing.
    let numbers: [UInt64?]
    let edition: Int32
    let detail: String
  }

  init(rows: Int) {
    self.rows = rows
    let words = (rows + 63) / 64 * 8
    answers.status = room(rows)
    answers.rate = room(rows)
    answers.additional_rate = room(rows)
    answers.rate_low = room(rows)
    answers.rate_high = room(rows)
    answers.duty = room(rows)
    answers.edition = room(rows)
    answers.detail = room(rows)
    answers.rate_validity = room(words)
    answers.additional_rate_validity = room(words)
    answers.rate_low_validity = room(words)
    answers.rate_high_validity = room(words)
    answers.duty_validity = room(words)
    answers.edition_validity = room(words)
  }

  func free() { for place in memory { place.deallocate() } }

  private mutating func room<T>(_ count: Int) -> UnsafeMutablePointer<T> {
    let size = count * MemoryLayout<T>.stride
    let place = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    // What the interface leaves out shows.
    place.initializeMemory(as: UInt8.self, repeating: 0xA5, count: size)
    memory.append(place)
    return place.assumingMemoryBound(to: T.self)
  }

  func row(_ row: Int, _ details: [String]) -> Row {
    let rates = [
      (answers.rate, answers.rate_validity),
      (answers.additional_rate, answers.additional_rate_validity),
      (answers.rate_low, answers.rate_low_validity),
      (answers.rate_high, answers.rate_high_validity),
    ]
    var numbers = rates.map { values, bits -> UInt64? in
      guard let values, AnswerRoom.isSet(bits, row) else { return nil }
      return values[row].bitPattern
    }
    numbers.append(
      AnswerRoom.isSet(answers.duty_validity, row)
        ? UInt64(bitPattern: answers.duty[row]) : nil)
    let detail = Int(answers.detail[row])
    return Row(
      status: answers.status[row], numbers: numbers, edition: answers.edition[row],
      detail: details.indices.contains(detail) ? details[detail] : "no detail \(detail)")
  }

  /// What the header says of values that are missing: NaN for rates, 0 for a duty, -1 for an edition.
  func missingIsMarked(_ row: Int) -> Bool {
    let rates = [
      (answers.rate, answers.rate_validity),
      (answers.additional_rate, answers.additional_rate_validity),
      (answers.rate_low, answers.rate_low_validity),
      (answers.rate_high, answers.rate_high_validity),
    ]
    return rates.allSatisfy { values, bits in
      values.map { $0[row].isNaN != AnswerRoom.isSet(bits, row) } ?? false
    } && (AnswerRoom.isSet(answers.duty_validity, row) || answers.duty[row] == 0)
      && (answers.edition[row] == -1) != AnswerRoom.isSet(answers.edition_validity, row)
  }

  private static func isSet(_ bits: UnsafeMutablePointer<UInt8>?, _ row: Int) -> Bool {
    bits.map { $0[row >> 3] & 1 << UInt8(row & 7) != 0 } ?? false
  }
}
