/// What is wrong in a law or action file, where, and how to mend it.
public struct LawError: Error, Hashable, Sendable {
  public let file: String
  /// Counting from 1; 0 when the whole file is meant.
  public let line: Int
  public let column: Int
  /// The key it is about.
  public let field: String
  public let message: String

  public init(file: String, line: Int = 0, column: Int = 0, field: String = "", message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.message = message
  }
}

extension LawError: CustomStringConvertible {
  public var description: String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    return place + ": " + (field.isEmpty ? "" : "\(field): ") + message
  }
}

/// Everything that is wrong in a set of files, in the order found.
public struct LawErrors: Error, Hashable, Sendable {
  public let errors: [LawError]

  public init(_ errors: [LawError]) { self.errors = errors }
}

extension LawErrors: CustomStringConvertible {
  public var description: String {
    let shown = errors.prefix(20).map(\.description)
    let more = errors.count - shown.count
    return (shown + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "\n")
  }
}
