/// The forms a report is written in, told by the ending of the path.
public enum ReportForm: String, CaseIterable, Sendable {
  /// One page without script or outside resource.
  case html
  /// The page on paper, printed by a browser.
  case pdf
  /// A sheet for each table.
  case xlsx
  /// The main table.
  case csv
  /// All tables as comma-separated files, and the pictures as drawings.
  case folder = "/"

  /// The ending, in letters of either case.
  ///
  /// - Throws: ``ReportFileError`` naming the endings that are known.
  public init(path: String) throws(ReportFileError) {
    if path.hasSuffix("/") {
      self = .folder
      return
    }
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
      let form = ReportForm(rawValue: name[name.index(after: dot)...].lowercased())
    else { throw ReportFileError(path: path, problem: .unknownEnding) }
    self = form
  }
}
