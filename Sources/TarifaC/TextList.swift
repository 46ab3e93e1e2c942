/// Texts as Arrow holds them, for a caller to copy.
final class TextList: Sendable {
  let ends: [Int32]
  let bytes: [UInt8]

  init(_ texts: TextBytes) {
    ends = texts.ends
    bytes = texts.bytes
  }

  convenience init(_ texts: [String]) {
    var list = TextBytes()
    for text in texts { list.append(text) }
    self.init(list)
  }
}
