/// A raw file that cannot be used, and where.
public struct RawFileError: Error, Hashable, Sendable {
  public let file: String
  /// The line, counting from 1; `nil` when the whole file is meant.
  public let line: Int?
  public let problem: String

  public init(file: String, line: Int? = nil, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}

extension RawFileError: CustomStringConvertible {
  public var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(problem)" }
}
