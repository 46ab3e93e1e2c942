extension String {
  /// The words in lower case, one space apart, without punctuation: texts that differ in no more
  /// than that say the same.
  package var plainWords: String {
    var words: [UInt8] = []
    var gap = false
    for byte in utf8 {
      guard let letter = byte.plainLetter else {
        gap = true
        continue
      }
      if gap, !words.isEmpty { words.append(UInt8(ascii: " ")) }
      gap = false
      words.append(letter)
    }
    return String(decoding: words, as: UTF8.self)
  }
}

extension UInt8 {
  /// A letter in lower case, a digit, or part of a letter beyond ASCII; `nil` for what stands between words.
  var plainLetter: UInt8? {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      self
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self + 32
    default: nil
    }
  }
}
