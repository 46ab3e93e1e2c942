/// The details of answers: those that recur are kept, and each call numbers those it uses.
struct DetailTexts {
  private var kept: [String] = []
  private var positions: [String: Int32] = [:]
  /// For each kept text the call that used it last, above, and its number in that call.
  private var used: [UInt64] = []
  private var call: UInt64 = 0
  private var numbersOfRows: [String: Int32] = [:]
  /// The texts of this call, in the order of their numbers.
  private(set) var texts: [String] = []

  var keptCount: Int { kept.count }

  mutating func begin() {
    call += 1
    texts = []
    numbersOfRows = [:]
  }

  /// Keeps the detail of an answer that many rows share.
  mutating func keep(_ text: String) -> Int32 {
    if let known = positions[text] { return known }
    let position = Int32(kept.count)
    positions[text] = position
    kept.append(text)
    used.append(numbersOfRows[text].map { call << 32 | UInt64($0) } ?? 0)
    return position
  }

  /// The number in this call of a kept text.
  @inline(__always)
  mutating func number(of position: Int32) -> Int32 {
    let last = used[Int(position)]
    if last >> 32 == call { return Int32(truncatingIfNeeded: last & 0xFFFF_FFFF) }
    let number = Int32(texts.count)
    texts.append(kept[Int(position)])
    used[Int(position)] = call << 32 | UInt64(number)
    return number
  }

  /// The number in this call of a text that belongs to a row.
  mutating func number(ofRow text: String) -> Int32 {
    if let position = positions[text] { return number(of: position) }
    if let known = numbersOfRows[text] { return known }
    let number = Int32(texts.count)
    texts.append(text)
    numbersOfRows[text] = number
    return number
  }
}
