import TarifaCHeader

/// The buffers of the caller that answers are written to.
struct AnswerColumns {
  let status: UnsafeMutablePointer<UInt8>
  let rate: UnsafeMutablePointer<Double>
  let additionalRate: UnsafeMutablePointer<Double>
  let rateLow: UnsafeMutablePointer<Double>
  let rateHigh: UnsafeMutablePointer<Double>
  let duty: UnsafeMutablePointer<Int64>
  let edition: UnsafeMutablePointer<Int32>
  let detail: UnsafeMutablePointer<Int32>
  /// In the order of the bits of ``Cell/present``.
  private let validities: [UnsafeMutablePointer<UInt8>]

  init(_ answers: tarifa_answers) throws(Misuse) {
    guard let status = answers.status, let rate = answers.rate,
      let additionalRate = answers.additional_rate, let rateLow = answers.rate_low,
      let rateHigh = answers.rate_high, let duty = answers.duty, let edition = answers.edition,
      let detail = answers.detail
    else { throw Misuse("answers: a buffer is missing") }
    let validities = [
      answers.rate_validity, answers.additional_rate_validity, answers.rate_low_validity,
      answers.rate_high_validity, answers.duty_validity, answers.edition_validity,
    ].compactMap(\.self)
    guard validities.count == 6 else {
      throw Misuse("answers: the buffer of a validity is missing")
    }
    self.status = status
    self.rate = rate
    self.additionalRate = additionalRate
    self.rateLow = rateLow
    self.rateHigh = rateHigh
    self.duty = duty
    self.edition = edition
    self.detail = detail
    self.validities = validities
  }

  /// Turns the bits of rows into a bit a row for each column.
  ///
  /// - Parameter first: a multiple of 64.
  func writeValidities(_ present: UnsafeMutablePointer<UInt8>, first: Int, count: Int) {
    for start in stride(from: 0, to: count, by: 64) {
      let end = min(start + 64, count)
      var all: UInt8 = .max
      for row in start..<end { all &= present[row] }
      for (bit, validity) in validities.enumerated() {
        var word: UInt64 = 0
        if all & (1 << UInt8(bit)) != 0 {
          word = end - start == 64 ? .max : (1 << UInt64(end - start)) - 1
        } else {
          for row in start..<end {
            word |= UInt64(present[row] >> UInt8(bit) & 1) << UInt64(row - start)
          }
        }
        UnsafeMutableRawPointer(validity + (first + start) / 8).storeBytes(
          of: word.littleEndian, as: UInt64.self)
      }
    }
  }
}
