/// The details of answers: those that recur are kept, and each call numbers those it uses.
final class DetailTexts {
  private var kept = TextBytes()
  private var positions: [String: Int32] = [:]
  /// For each kept text the call that used it last, above, and its number in that call.
  private let used = Memory<UInt64>()
  private var call: UInt64 = 0
  private var numbersOfRows: [String: Int32] = [:]
  /// The texts of this call, in the order of their numbers.
  private(set) var texts = TextBytes()

  var keptCount: Int { kept.count }

  /// The numbers of kept texts in this call as they stand, for a loop; keeping more ends its use.
  struct View {
    fileprivate let used: UnsafeMutablePointer<UInt64>
    fileprivate let call: UInt64

    /// - Returns: `nil` for a text that this call did not use yet.
    @inline(__always)
    func number(of position: Int32) -> Int32? {
      let last = used[Int(position)]
      return last >> 32 == call ? Int32(truncatingIfNeeded: last & 0xFFFF_FFFF) : nil
    }
  }

  var view: View { View(used: used.base, call: call) }

  func begin() {
    call += 1
    texts.removeAll()
    numbersOfRows = [:]
  }

  /// Keeps the detail of an answer that many rows share.
  func keep(_ text: String) -> Int32 {
    if let known = positions[text] { return known }
    let position = Int32(kept.count)
    positions[text] = position
    kept.append(text)
    used.append(numbersOfRows[text].map { call << 32 | UInt64($0) } ?? 0)
    return position
  }

  /// The number in this call of a kept text.
  func number(of position: Int32) -> Int32 {
    if let known = view.number(of: position) { return known }
    let number = Int32(texts.count)
    texts.append(Int(position), of: kept)
    used.base[Int(position)] = call << 32 | UInt64(number)
    return number
  }

  /// The number in this call of a text that belongs to a row.
  func number(ofRow text: String) -> Int32 {
    if let position = positions[text] { return number(of: position) }
    if let known = numbersOfRows[text] { return known }
    let number = Int32(texts.count)
    texts.append(text)
    numbersOfRows[text] = number
    return number
  }
}
