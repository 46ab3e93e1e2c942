/// Why a workbook was not written.
public struct WorkBookError: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  public let problem: String

  public var description: String { "\(path) cannot be written: \(problem); check the folder" }
}
