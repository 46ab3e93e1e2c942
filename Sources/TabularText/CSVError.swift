/// Why comma-separated text cannot be read, and where.
public struct CSVError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    case unclosedQuote
    case textAfterQuote
    case fieldTooLong
    case tooManyFields
    case missingColumn(String)
  }

  /// Counting from 1.
  public let line: Int
  /// The field, counting from 1; 0 when the whole record is meant.
  public let column: Int
  public let problem: Problem

  public init(line: Int, column: Int, problem: Problem) {
    self.line = line
    self.column = column
    self.problem = problem
  }
}

extension CSVError: CustomStringConvertible {
  public var description: String {
    let what =
      switch problem {
      case .unclosedQuote: "a quote is opened and never closed"
      case .textAfterQuote: "there is text after a closing quote; double a quote to keep it"
      case .fieldTooLong: "the field is too long"
      case .tooManyFields: "the record has too many fields"
      case .missingColumn(let name): "there is no column '\(name)'"
      }
    return column > 0 ? "line \(line), field \(column): \(what)" : "line \(line): \(what)"
  }
}
