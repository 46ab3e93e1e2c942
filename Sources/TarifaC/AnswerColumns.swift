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
  /// - Parameters:
  ///   - present: with zeros after the last row, up to a multiple of 64.
  ///   - first: a multiple of 64.
  func writeValidities(_ present: UnsafeMutablePointer<UInt8>, first: Int, count: Int) {
    let words = (count + 63) / 64
    for (bit, validity) in validities.enumerated() {
      let target = UnsafeMutableRawPointer(validity + first / 8)
      for word in 0..<words {
        let rows = UnsafeRawPointer(present + word * 64)
        var bits: UInt64 = 0
        for eight in 0..<8 {
          let eightRows = rows.loadUnaligned(fromByteOffset: eight * 8, as: UInt64.self)
          // One bit of each of eight bytes, gathered in the highest byte.
          let own = eightRows.littleEndian >> UInt64(bit) & 0x0101_0101_0101_0101
          bits |= ((own &* 0x0102_0408_1020_4080) >> 56) << UInt64(eight * 8)
        }
        target.storeBytes(of: bits.littleEndian, toByteOffset: word * 8, as: UInt64.self)
      }
    }
  }
}
