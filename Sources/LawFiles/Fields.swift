package import TariffLaw
package import Yams

/// The members of one YAML mapping, read with complaint: each problem is noted with its place, and
/// reading goes on, so that one run names everything to mend.
package struct Fields {
  package let file: String
  package let mark: (line: Int, column: Int)
  private let members: [(key: String, keyNode: Node, value: Node)]

  /// - Parameter known: the keys this mapping may have; another is an error that names the nearest.
  package init?(
    _ node: Node, file: String, known: [String], what: String, problems: inout [LawError]
  ) {
    self.file = file
    mark = Fields.place(node)
    guard case .mapping(let mapping) = node else {
      problems.append(
        LawError(
          file: file, line: mark.line, column: mark.column, field: what,
          message: "must be a mapping of keys to values"))
      return nil
    }
    var members: [(key: String, keyNode: Node, value: Node)] = []
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if !known.contains(name) {
        let place = Fields.place(key)
        let near = Fields.nearest(name, in: known)
        problems.append(
          LawError(
            file: file, line: place.line, column: place.column, field: name,
            message: "unknown key in \(what)"
              + (near.map { "; did you mean '\($0)'?" } ?? "")
              + " Known keys: \(known.joined(separator: ", "))."))
      }
      members.append((name, key, value))
    }
    self.members = members
  }

  package func node(_ key: String) -> Node? { members.first { $0.key == key }?.value }

  package func has(_ key: String) -> Bool { node(key) != nil }

  package func problem(_ key: String, _ message: String) -> LawError {
    let place = node(key).map(Fields.place) ?? mark
    return LawError(
      file: file, line: place.line, column: place.column, field: key, message: message)
  }

  /// A text; numbers and words are text as written.
  package func text(_ key: String, problems: inout [LawError]) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node else {
      problems.append(problem(key, "must be a single value"))
      return nil
    }
    return scalar.string
  }

  package func requiredText(_ key: String, problems: inout [LawError]) -> String {
    guard has(key) else {
      problems.append(problem(key, "is missing; add '\(key): …'"))
      return ""
    }
    return text(key, problems: &problems) ?? ""
  }

  package func day(_ key: String, problems: inout [LawError]) -> Day? {
    guard let text = text(key, problems: &problems) else { return nil }
    guard let day = Day(text) else {
      problems.append(problem(key, "'\(text)' is not a day; write YYYY-MM-DD"))
      return nil
    }
    return day
  }

  package func number(_ key: String, problems: inout [LawError]) -> Fraction? {
    guard let text = text(key, problems: &problems) else { return nil }
    guard let number = Fraction(decimal: text), number.fitsCompiledForm else {
      problems.append(problem(key, "'\(text)' is not a number, or has too many digits"))
      return nil
    }
    return number
  }

  /// One text or a list of texts.
  package func texts(_ key: String, problems: inout [LawError]) -> [String] {
    guard let node = node(key) else { return [] }
    switch node {
    case .scalar(let scalar): return [scalar.string]
    case .sequence(let sequence):
      let texts = sequence.compactMap { $0.scalar?.string }
      if texts.count != sequence.count {
        problems.append(problem(key, "must be a list of single values"))
      }
      return texts
    default:
      problems.append(problem(key, "must be a value or a list of values"))
      return []
    }
  }

  package func list(_ key: String, problems: inout [LawError]) -> [Node] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      problems.append(problem(key, "must be a list"))
      return []
    }
    return Array(sequence)
  }

  package static func place(_ node: Node) -> (line: Int, column: Int) {
    node.mark.map { ($0.line, $0.column) } ?? (0, 0)
  }

  /// The known word with the least edit distance, if it is near enough to be a slip.
  package static func nearest(_ word: String, in known: [String]) -> String? {
    let scored = known.map { (word: $0, distance: distance(word, $0)) }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(2, word.count / 3) ? best.word : nil
  }

  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let substitution = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
