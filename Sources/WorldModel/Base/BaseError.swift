/// Why a world base or a shock cannot be used.
public struct BaseError: Error, Hashable, Sendable {
  /// The file, or the part of the accounts when none was read.
  public let file: String
  /// Counting from 1; 0 when the whole file is meant.
  public let line: Int
  /// The name of the column, empty when the whole line is meant.
  public let field: String
  /// What is wrong and what to do.
  public let text: String

  public init(_ file: String, line: Int = 0, field: String = "", _ text: String) {
    self.file = file
    self.line = line
    self.field = field
    self.text = text
  }
}

extension BaseError: CustomStringConvertible {
  public var description: String {
    var place = file
    if line > 0 { place += ", line \(line)" }
    if !field.isEmpty { place += ", field '\(field)'" }
    return "\(place): \(text)"
  }
}
