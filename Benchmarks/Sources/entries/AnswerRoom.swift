import TarifaC
import TarifaCHeader

/// Buffers for the answers of one call.
final class AnswerRoom {
  private var answers = tarifa_answers()
  private var room: [UnsafeMutableRawPointer] = []

  /// - Parameter rows: of the largest call.
  init(_ rows: Int) {
    func take<T>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T> {
      let taken = UnsafeMutablePointer<T>.allocate(capacity: count)
      room.append(UnsafeMutableRawPointer(taken))
      return taken
    }
    let bits = (rows + 63) / 64 * 8
    answers.status = take(UInt8.self, rows)
    answers.rate = take(Double.self, rows)
    answers.additional_rate = take(Double.self, rows)
    answers.rate_low = take(Double.self, rows)
    answers.rate_high = take(Double.self, rows)
    answers.duty = take(Int64.self, rows)
    answers.edition = take(Int32.self, rows)
    answers.detail = take(Int32.self, rows)
    answers.rate_validity = take(UInt8.self, bits)
    answers.additional_rate_validity = take(UInt8.self, bits)
    answers.rate_low_validity = take(UInt8.self, bits)
    answers.rate_high_validity = take(UInt8.self, bits)
    answers.duty_validity = take(UInt8.self, bits)
    answers.edition_validity = take(UInt8.self, bits)
  }

  deinit { for memory in room { memory.deallocate() } }

  /// - Returns: the duty of all rows, in cents.
  func price(_ entries: tarifa_entries, _ book: OpaquePointer?) -> Int64 {
    var entries = entries
    var texts: OpaquePointer?
    var message = [CChar](repeating: 0, count: 256)
    guard TarifaC.price(book, &entries, &answers, &texts, &message, 256) == 0 else { return .min }
    textsFree(texts)
    var sum: Int64 = 0
    for row in 0..<Int(entries.rows) { sum += answers.duty[row] }
    return sum
  }
}
