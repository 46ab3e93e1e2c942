/// Where the parts of an answer can be had by themselves.
public struct AnswerLinks: Hashable, Sendable {
  /// The path of the page: `/duty`, `/kept/ID`.
  let base: String
  /// The query with its question mark, or nothing.
  let query: String

  public init(base: String, query: String = "") {
    self.base = base
    self.query = query
  }

  func chart(_ position: Int, _ ending: String) -> String {
    "\(base)/chart/\(position).\(ending)\(query)"
  }

  func table(_ position: Int) -> String { "\(base)/table/\(position).csv\(query)" }

  func whole(_ ending: String) -> String { "\(base)/report.\(ending)\(query)" }

  var json: String { "\(base)/answer.json\(query)" }
}
