/// Texts one after another, with the end of each.
struct TextBytes {
  private(set) var bytes: [UInt8] = []
  /// One more than there are texts, the first being zero.
  private(set) var ends: [Int32] = [0]

  var count: Int { ends.count - 1 }

  mutating func append(_ text: String) {
    bytes += text.utf8
    ends.append(Int32(bytes.count))
  }

  /// Appends one of other texts.
  mutating func append(_ position: Int, of others: TextBytes) {
    bytes += others.bytes[Int(others.ends[position])..<Int(others.ends[position + 1])]
    ends.append(Int32(bytes.count))
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeLast(ends.count - 1)
  }
}
