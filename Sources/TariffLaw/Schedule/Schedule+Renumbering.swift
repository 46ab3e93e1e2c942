extension Schedule {
  /// The codes that may have taken the place of a code where it ends, the likeliest first; or those it
  /// may have come from where it begins.
  ///
  /// Considered are codes of the same length (or undivided
  /// lines) that begin in the edition in which this one is gone (or
  /// end where it begins) in the same rate line, the same subheading, or a subheading that goods of
  /// this one moved to; only when there are none, codes of the same line or the converted
  /// subheadings that were there before. Equal words, equal general rate and closeness rank them.
  ///
  /// - Parameters:
  ///   - old: an edition that has the code.
  ///   - new: the edition after or before it, which does not.
  /// - Throws: ``ArchiveError`` when the data is damaged.
  public func relatives(
    of code: HTSCode, from old: Int, in new: Int, conversions: SubheadingConversions
  ) throws(ArchiveError) -> [CodeRelative] {
    guard let own = try anyLine(for: code, in: old) else { return [] }
    let subheading = code.prefix(6)
    var places: [(prefix: HTSCode, basis: CodeRelative.Basis)] = [(subheading, .subheading)]
    let pairs =
      new > old ? conversions.later(of: subheading) : conversions.earlier(of: subheading)
    for pair in pairs {
      places.append((new > old ? pair.later : pair.earlier, CodeRelative.Basis(pair.grade)))
    }
    let length = editions[new].holdsSuffixes ? code.length : min(code.length, 8)
    let words = Words(own)
    var ranked: [(relative: CodeRelative, score: Double)] = []
    for place in places {
      for other in codes(under: place.prefix, in: new) {
        // A line an edition leaves undivided stands for all its suffixes.
        guard
          other.length == length
            || (other.length == 8 && length == 10
              && codes(under: other, in: new, limit: 2).count == 1)
        else { continue }
        guard let line = try line(for: other, in: new) else { continue }
        let basis =
          place.basis == .subheading && other.prefix(8) == code.prefix(8) ? .line : place.basis
        let relative = CodeRelative(
          code: other, edition: new, basis: basis,
          hasEqualText: Words.plain(line.description) == words.ownPlain,
          hasEqualRate: line.general.text == own.general.text,
          turnsToo: !isAlive(other, in: old), description: line.description)
        let score =
          words.likeness(to: line) + basis.weight + (relative.hasEqualText ? 1 : 0)
          + (relative.hasEqualRate ? 1 : 0)
        ranked.append((relative, score))
      }
    }
    var kept = ranked.filter(\.relative.turnsToo)
    if kept.isEmpty {
      // What was there before has taken it in: of the same line if there is one left.
      kept = ranked.filter { $0.relative.basis == .line }
      if kept.isEmpty { kept = ranked }
    }
    if kept.contains(where: { $0.relative.basis != .partlyConverted }) {
      kept.removeAll { $0.relative.basis == .partlyConverted && !$0.relative.hasEqualText }
    }
    return kept.sorted { a, b in
      a.score != b.score ? a.score > b.score : a.relative.code < b.relative.code
    }.map(\.relative)
  }

  /// The codes an edition has in the place of one it does not have, through all the renumberings in
  /// between: what followed its earlier life, and what went before its later one.
  ///
  /// - Parameters:
  ///   - kept: what was found before with the same conversions.
  ///   - limit: how many of each at most.
  /// - Throws: ``ArchiveError`` when the data is damaged.
  package func standIns(
    for code: HTSCode, in edition: Int, conversions: SubheadingConversions,
    kept: KeptRelatives = KeptRelatives(), limit: Int = 4
  ) throws(ArchiveError) -> (successors: [CodeRelative], predecessors: [CodeRelative]) {
    let life = life(of: code)
    var successors: [CodeRelative] = []
    var predecessors: [CodeRelative] = []
    if let last = life.last(where: { $0.upperBound < edition })?.upperBound {
      successors = try follow(code, from: last, to: edition, conversions, kept, limit)
    }
    if let first = life.first(where: { $0.lowerBound > edition })?.lowerBound {
      predecessors = try follow(code, from: first, to: edition, conversions, kept, limit)
    }
    return (successors, predecessors)
  }

  /// Whether a code was in an edition as far as the edition can tell: one without suffixes has every
  /// suffix of its rate lines.
  public func isAlive(_ code: HTSCode, in edition: Int) -> Bool {
    if contains(code, in: edition) { return true }
    return code.length == 10 && !editions[edition].holdsSuffixes
      && contains(code.prefix(8), in: edition)
  }

  private func follow(
    _ code: HTSCode, from start: Int, to target: Int, _ conversions: SubheadingConversions,
    _ kept: KeptRelatives, _ limit: Int
  ) throws(ArchiveError) -> [CodeRelative] {
    let step = target > start ? 1 : -1
    var found: [CodeRelative] = []
    var open = [(code: code, last: start)]
    var seen: Set<HTSCode> = [code]
    // Renumberings of renumberings branch; the likeliest few of each step are followed.
    let branches = 3
    while !open.isEmpty, found.count < limit {
      let (code, last) = open.removeFirst()
      guard last != target else { continue }
      let next = try kept.relatives(of: code, from: last, in: last + step) {
        () throws(ArchiveError) in
        Array(
          try relatives(of: code, from: last, in: last + step, conversions: conversions)
            .prefix(branches))
      }
      for relative in next where seen.insert(relative.code).inserted {
        if isAlive(relative.code, in: target) {
          if found.count < limit { found.append(relative) }
          continue
        }
        var end = last + step
        while end != target, isAlive(relative.code, in: end + step) { end += step }
        open.append((relative.code, end))
      }
    }
    return found
  }

  /// The rates of a code, or of its rate line in an edition without suffixes.
  private func anyLine(for code: HTSCode, in edition: Int) throws(ArchiveError) -> RateLine? {
    if let line = try line(for: code, in: edition) { return line }
    guard code.length == 10, !editions[edition].holdsSuffixes else { return nil }
    return try line(for: code.prefix(8), in: edition)
  }

  /// The words of a line, for comparing.
  private struct Words {
    let ownPlain: String
    private let own: Set<Substring>
    /// Its own and those right above it: a level more or less often stands between.
    private let near: Set<Substring>
    private let all: Set<Substring>

    init(_ line: RateLine) {
      ownPlain = Words.plain(line.description)
      own = Set(ownPlain.split(separator: " "))
      near = Words.near(line)
      all = Words.set(line.text)
    }

    /// The shares of equal words in the line's own text, in that with the level above, and in that
    /// with all levels above; together at most 3.
    func likeness(to line: RateLine) -> Double {
      Words.shared(own, Words.set(line.description)) + Words.shared(near, Words.near(line))
        + Words.shared(all, Words.set(line.text))
    }

    private static func near(_ line: RateLine) -> Set<Substring> {
      let above = line.context.split(separator: ">").last.map(String.init) ?? ""
      return set(above + " " + line.description)
    }

    private static func set(_ text: String) -> Set<Substring> {
      Set(plain(text).split(separator: " "))
    }

    private static func shared(_ a: Set<Substring>, _ b: Set<Substring>) -> Double {
      let union = a.union(b).count
      return union == 0 ? 0 : Double(a.intersection(b).count) / Double(union)
    }

    /// Letters and digits only, in lower case.
    static func plain(_ text: String) -> String { text.plainWords }
  }
}

extension String {
  /// The words in lower case, one space apart, without punctuation: texts that differ in no more
  /// than that say the same.
  package var plainWords: String {
    var words: [UInt8] = []
    var gap = false
    for byte in utf8 {
      let isLetter =
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte >= 0x80
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      guard isLetter || isCapital else {
        gap = true
        continue
      }
      if gap, !words.isEmpty { words.append(UInt8(ascii: " ")) }
      gap = false
      words.append(isCapital ? byte + 32 : byte)
    }
    return String(decoding: words, as: UTF8.self)
  }
}
