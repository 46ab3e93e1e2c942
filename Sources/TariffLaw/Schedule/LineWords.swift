/// The words of a rate line, for comparing: in lower case, without punctuation.
struct LineWords {
  private let own: [UInt64]
  /// Its own and those right above it: a level more or less often stands between.
  private let near: [UInt64]
  private let all: [UInt64]

  init(_ line: RateLine) {
    let description = LineWords.numbers(line.description.utf8)
    let context = line.context.utf8
    let above = context.lastIndex(of: UInt8(ascii: ">")).map { context[$0...] } ?? context[...]
    own = LineWords.sorted(description)
    near = LineWords.sorted(description + LineWords.numbers(above))
    all = LineWords.sorted(description + LineWords.numbers(context))
  }

  /// The shares of equal words in the line's own text, in that with the level above, and in that
  /// with all levels above; together at most 3.
  func likeness(to other: LineWords) -> Double {
    LineWords.shared(own, other.own) + LineWords.shared(near, other.near)
      + LineWords.shared(all, other.all)
  }

  /// A number for each word, by the hash of Fowler, Noll and Vo: among the ten thousand words of a schedule two
  /// have the same once in a trillion schedules.
  private static func numbers(_ text: some Sequence<UInt8>) -> [UInt64] {
    let start: UInt64 = 0xCBF2_9CE4_8422_2325
    var found: [UInt64] = []
    var word = start
    for byte in text {
      if let letter = byte.plainLetter {
        word = (word ^ UInt64(letter)) &* 0x100_0000_01B3
      } else if word != start {
        found.append(word)
        word = start
      }
    }
    if word != start { found.append(word) }
    return found
  }

  private static func sorted(_ numbers: [UInt64]) -> [UInt64] {
    var sorted = numbers.sorted()
    var kept = 0
    for number in sorted where kept == 0 || sorted[kept - 1] != number {
      sorted[kept] = number
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }

  /// The share of the words of both that each has.
  private static func shared(_ a: [UInt64], _ b: [UInt64]) -> Double {
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        common += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let union = a.count + b.count - common
    return union == 0 ? 0 : Double(common) / Double(union)
  }
}
