/// Where the columns of a file of entries stand.
struct BatchColumns: Sendable {
  let id, hts, origin, date: Int
  let value, quantity, unit, claims, facts, importer: Int?

  /// The columns a file of entries may have; the first four must be there.
  static let names = [
    "id", "hts", "origin", "date", "value", "quantity", "unit", "claims", "facts", "importer",
  ]

  init(_ header: [String]) throws(RequestError) {
    func need(_ name: String) throws(RequestError) -> Int {
      guard let position = header.firstIndex(of: name) else {
        throw RequestError(
          field: "--batch",
          message: "line 1: there is no column '\(name)'; the columns are "
            + Self.names.joined(separator: ", "))
      }
      return position
    }
    id = try need("id")
    hts = try need("hts")
    origin = try need("origin")
    date = try need("date")
    value = header.firstIndex(of: "value")
    quantity = header.firstIndex(of: "quantity")
    unit = header.firstIndex(of: "unit")
    claims = header.firstIndex(of: "claims")
    facts = header.firstIndex(of: "facts")
    importer = header.firstIndex(of: "importer")
  }
}
