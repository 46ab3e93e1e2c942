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
    if let (line, column) = firstAnchor(text) {
      throw LawErrors([
        LawError(
          file: file, line: line, column: column,
          message: "anchors, aliases and tags are not allowed; write the value out, or quote it")
      ])
    }
    let node: Node?
    do {
      node = try compose(yaml: text)
    } catch let error as YamlError {
      throw LawErrors([located(error, file)])
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
    return node
  }

  private static func located(_ error: YamlError, _ file: String) -> LawError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      LawError(file: file, line: mark.line, column: mark.column, message: "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, _):
      LawError(
        file: file,
        message: "the key '\(keys.first ?? "")' stands twice in one mapping; keep one")
    default: LawError(file: file, message: "not YAML: \(error)")
    }
  }

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

  /// The place of the first `&`, `*` or `!` where a value begins: before anything is expanded.
  private static func firstAnchor(_ text: String) -> (line: Int, column: Int)? {
    for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      var atStart = true
      var quote: UInt8?
      for (column, byte) in line.enumerated() {
        if let open = quote {
          if byte == open { quote = nil }
          continue
        }
        switch byte {
        case UInt8(ascii: "#") where atStart: break
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          if atStart { quote = byte }
          atStart = false
          continue
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
          if atStart { return (number + 1, column + 1) }
        case UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "["),
          UInt8(ascii: "{"), UInt8(ascii: ","):
          // A value begins after these; a space keeps what was.
          if byte != UInt8(ascii: " ") { atStart = true }
          continue
        default: atStart = false
        }
        if byte == UInt8(ascii: "#"), atStart { break }
      }
    }
    return nil
  }
}
