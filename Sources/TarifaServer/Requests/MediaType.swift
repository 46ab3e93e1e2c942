/// The types of bodies that are read and written.
enum MediaType {
  static let json = "application/json"
  static let problem = "application/problem+json"
  static let form = "application/x-www-form-urlencoded"
  static let csv = "text/csv"
  static let html = "text/html; charset=utf-8"
  static let svg = "image/svg+xml"
  static let png = "image/png"
  static let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  static let events = "text/event-stream"

  /// Whether an `Accept` names a type itself; `*/*` does not.
  static func isAccepted(_ type: String, _ accept: String?) -> Bool {
    (accept ?? "").split(separator: ",").contains { plain(String($0)) == type }
  }

  /// The type of a `Content-Type`, without its parameters.
  static func plain(_ header: String?) -> String {
    guard let header else { return "" }
    let type = header.prefix { $0 != ";" }
    return type.drop { $0 == " " }.lowercased().split(separator: " ").first.map(String.init) ?? ""
  }
}
