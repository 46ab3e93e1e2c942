/// Why a report was not written.
public struct ReportFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Problem: Hashable, Sendable {
    case unknownEnding
    /// There is something of that name, which is not replaced.
    case isThere
    case notWritten
    case book(WorkBookError)
    case browser(BrowserError)
  }

  public let path: String
  public let problem: Problem

  public var description: String {
    switch problem {
    case .unknownEnding:
      "the ending of '\(path)' names no form of a report; known are .html (a page), .pdf (paper), "
        + ".xlsx (a workbook), .csv (the main table) and / (a folder of tables and pictures)"
    case .isThere: "\(path) is there already; remove it or give another name"
    case .notWritten: "\(path) cannot be written; check the folder"
    case .book(let error): "\(error)"
    case .browser(let error): "\(path): \(error)"
    }
  }
}
