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
    let words = LineWords(own)
    let plain = own.description.plainWords
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
          hasEqualText: line.description.plainWords == plain,
          hasEqualRate: line.general.text == own.general.text,
          turnsToo: !isAlive(other, in: old), description: line.description)
        let score =
          words.likeness(to: LineWords(line)) + basis.weight + (relative.hasEqualText ? 1 : 0)
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
}
