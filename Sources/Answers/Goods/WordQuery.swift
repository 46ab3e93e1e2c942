/// Words to look for in official names: a text holds them when each begins a word of it, in any order.
///
/// An ending of the plural is not looked at, as names are in both numbers ("Ball bearing", "Telephones").
struct WordQuery: Sendable {
  /// Folded, without the ending of the plural.
  let stems: [[UInt8]]

  init(_ text: String) {
    stems = Self.words(Self.folded(text)).map { word in
      var word = word
      for ending in ["es", "s"] where word.count > ending.utf8.count + 3 {
        guard word.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { continue }
        word.removeLast(ending.utf8.count)
        break
      }
      return Array(word)
    }
  }

  /// Lower case ASCII; other letters stay as they are.
  static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func words(_ folded: [UInt8]) -> [ArraySlice<UInt8>] {
    folded.split { !isLetter($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  /// How well a name answers: `nil` unless every word is there. A word in the good's own description counts four, in
  /// what stands above it one; a word that is whole counts one more.
  func score(own: [UInt8], above: [UInt8]) -> Int? {
    var score = 0
    for stem in stems {
      if let found = Self.find(stem, in: own) {
        score += 4 + found
      } else if let found = Self.find(stem, in: above) {
        score += 1 + found
      } else {
        return nil
      }
    }
    return score
  }

  /// One where the stem is a whole word but for the plural, zero where it begins one, `nil` where neither.
  private static func find(_ stem: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = stem.first, text.count >= stem.count else { return nil }
    var best: Int?
    for start in 0...(text.count - stem.count)
    where text[start] == first && (start == 0 || !isLetter(text[start - 1])) {
      guard text[start...].starts(with: stem) else { continue }
      let rest = text[(start + stem.count)...].prefix { isLetter($0) }
      if rest.isEmpty || rest.elementsEqual("s".utf8) || rest.elementsEqual("es".utf8) { return 1 }
      best = 0
    }
    return best
  }
}
