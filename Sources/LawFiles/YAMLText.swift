package import Yams

/// Reads YAML as plain data: no anchors, aliases or tags, within caps on size and depth.
package enum YAMLText {
  /// A file larger than this is not law.
  static let byteLimit = 4 << 20
  static let depthLimit = 32
  static let nodeLimit = 200_000

  /// - Throws: ``LawErrors`` with the place of the first problem.
  package static func node(_ bytes: [UInt8], file: String) throws(LawErrors) -> Node {
    guard bytes.count <= byteLimit else {
      throw LawErrors([
        LawError(file: file, message: "the file is larger than \(byteLimit >> 20) MB; split it")
      ])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // An alias is put in place while reading, and a few make a tree without end. A text that may hold
    // some is read with another sign for them first, and refused for its anchors.
    if bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) {
      _ = try root(text.replacing("*", with: "\u{2217}"), file)
    }
    return try root(text, file)
  }

  private static func root(_ text: String, _ file: String) throws(LawErrors) -> Node {
    let parser: Parser
    let node: Node?
    do {
      parser = try Parser(yaml: text)
      node = try parser.singleRoot()
    } catch let error as YamlError {
      throw LawErrors([located(error, text, file)])
    } catch {
      throw LawErrors([LawError(file: file, message: "\(error)")])
    }
    guard let node else { throw LawErrors([LawError(file: file, message: "the file is empty")]) }
    var count = 0
    guard isSmall(node, depth: 0, count: &count) else {
      throw LawErrors([
        LawError(file: file, message: "nested too deep or too many values; split the file")
      ])
    }
    // Nodes hold their anchors weakly; the parser keeps them.
    if let marked = withExtendedLifetime(parser, { firstMarked(node) }) {
      let place = Fields.place(marked)
      throw LawErrors([markRefused(place.line, place.column, file)])
    }
    return node
  }

  // MARK: Problems

  private static func located(_ error: YamlError, _ text: String, _ file: String) -> LawError {
    switch error {
    case .composer(_, "found undefined alias", let mark, _):
      return markRefused(mark.line, mark.column, file)
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // The parser tells the end of a text without a last line end a line too late.
      let end = place(after: text[...])
      let place = mark.line > end.line ? end : (line: mark.line, column: mark.column)
      return LawError(
        file: file, line: place.line, column: place.column, message: "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      return LawError(
        file: file, line: context.mark.line, column: context.mark.column,
        message: "the key '\(keys.first ?? "")' stands twice in one mapping; keep one")
    case .reader(let problem, let offset?, _, _):
      let place = place(after: text.prefix(offset))
      return LawError(
        file: file, line: place.line, column: place.column, message: "not YAML: \(problem)")
    case .reader(let problem, _, _, _):
      return LawError(file: file, message: "not YAML: \(problem)")
    default: return LawError(file: file, message: "not YAML: \(error)")
    }
  }

  /// The place that follows a piece of text, as the parser counts them.
  private static func place(after text: Substring) -> (line: Int, column: Int) {
    var place = (line: 1, column: 1)
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      // What ends a line in YAML 1.1.
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": place = (place.line + 1, 1)
      default: place.column += 1
      }
      previous = scalar
    }
    return place
  }

  private static func markRefused(_ line: Int, _ column: Int, _ file: String) -> LawError {
    LawError(
      file: file, line: line, column: column,
      message: "anchors, aliases and tags are not allowed; write the value out, or quote it")
  }

  // MARK: Limits

  private static func isSmall(_ node: Node, depth: Int, count: inout Int) -> Bool {
    count += 1
    guard depth <= depthLimit, count <= nodeLimit else { return false }
    switch node {
    case .scalar: return true
    case .mapping(let mapping):
      return mapping.allSatisfy {
        isSmall($0.key, depth: depth + 1, count: &count)
          && isSmall($0.value, depth: depth + 1, count: &count)
      }
    case .sequence(let sequence):
      return sequence.allSatisfy { isSmall($0, depth: depth + 1, count: &count) }
    case .alias: return false
    }
  }

  /// The first node with an anchor, or with a tag that makes it other than it is without.
  private static func firstMarked(_ node: Node) -> Node? {
    if node.anchor != nil { return node }
    switch node {
    case .scalar(let scalar):
      // Quoted and folded values are text.
      let own = scalar.style == .plain ? Resolver.default.resolveTag(of: bare(scalar)) : .str
      return ["", own.rawValue].contains(scalar.tag.description) ? nil : node
    case .mapping(let mapping):
      guard ["", Tag.Name.map.rawValue].contains(mapping.tag.description) else { return node }
      return mapping.lazy.compactMap { firstMarked($0.key) ?? firstMarked($0.value) }.first
    case .sequence(let sequence):
      guard ["", Tag.Name.seq.rawValue].contains(sequence.tag.description) else { return node }
      return sequence.lazy.compactMap(firstMarked).first
    case .alias: return node
    }
  }

  private static func bare(_ scalar: Node.Scalar) -> Node { Node(scalar.string, .implicit, .plain) }
}
