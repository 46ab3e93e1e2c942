/// Texts as Arrow holds them, for a caller to copy.
final class TextList: Sendable {
  let ends: [Int32]
  let bytes: [UInt8]

  init(_ texts: [String]) {
    var ends: [Int32] = [0]
    var bytes: [UInt8] = []
    for text in texts {
      bytes += text.utf8
      ends.append(Int32(bytes.count))
    }
    self.ends = ends
    self.bytes = bytes
  }
}
