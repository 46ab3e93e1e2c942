/// Why files cannot be imported: what is wrong, where, and what to do.
public struct ImportError: Error, Hashable, Sendable {
  /// The file, where one is meant.
  public let file: String?
  /// Counting from 1.
  public let line: Int?
  /// The column by the name its header has, or its number.
  public let column: String?
  public let message: String

  public init(
    _ message: String, file: String? = nil, line: Int? = nil, column: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension ImportError: CustomStringConvertible {
  public var description: String {
    var place: [String] = []
    if let file { place.append(file) }
    if let line { place.append("line \(line)") }
    if let column { place.append("column '\(column)'") }
    return place.isEmpty ? message : place.joined(separator: ", ") + ": " + message
  }
}
