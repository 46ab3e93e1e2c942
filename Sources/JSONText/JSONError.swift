/// Why bytes are no JSON (RFC 8259) that is read here, where, and what to do about it.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    case empty
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case byteOrderMark
    /// The text ends inside of something.
    case unfinished(String)
    case unexpected(found: String, expected: String)
    case badNumber
    case controlCharacter
    case badEscape
    case loneSurrogate
    case notUTF8
    case duplicateName(String)
    case moreAfterEnd
  }

  /// Counting from 1.
  public let line: Int
  /// The character in the line, counting from 1; bytes that are no UTF-8 count one each.
  public let column: Int
  public let problem: Problem

  public init(line: Int, column: Int, problem: Problem) {
    self.line = line
    self.column = column
    self.problem = problem
  }
}

extension JSONError: CustomStringConvertible {
  public var description: String { "line \(line), column \(column): \(what)" }

  private var what: String {
    switch problem {
    case .empty: "there is nothing here; a JSON value is expected"
    case .tooLarge(let limit): "the text is larger than the \(limit) bytes that are read"
    case .tooDeep(let limit):
      "lists and objects are nested deeper than \(limit); flatten what is inside"
    case .byteOrderMark: "the text begins with a byte order mark; save it as UTF-8 without one"
    case .unfinished(let thing): "the text ends inside \(thing); it seems to be cut off"
    case .unexpected(let found, let expected): "found \(found) where \(expected) is expected"
    case .badNumber:
      "this is no JSON number; write digits as 0.5, -3 or 1e6, without leading zeros or '+'"
    case .controlCharacter: "a control character stands in a string; write it as \\u00XX"
    case .badEscape:
      "this escape is not known; use \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hex digits"
    case .loneSurrogate:
      "\\u names half of a pair of surrogates; write both halves, or the character itself"
    case .notUTF8: "these bytes are not UTF-8; save the text as UTF-8"
    case .duplicateName(let name): "the object has '\(name)' twice; keep one of them"
    case .moreAfterEnd: "there is more after the end of the value; remove it"
    }
  }
}
