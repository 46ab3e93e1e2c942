public import TariffLaw

/// Which goods and origins a table of rates is for.
public struct RatesRequest: Sendable {
  /// All countries when empty.
  public var origins: [CountryCode]
  /// Codes of any length; everything under one is meant. All goods when `nil`.
  public var goods: [HTSCode]?

  public init(origins: [CountryCode] = [], goods: [HTSCode]? = nil) {
    self.origins = origins
    self.goods = goods
  }

  /// The origins in order, every known country when none is named.
  func origins(of book: LawBook) -> [CountryCode] {
    origins.isEmpty ? (book.countries ?? []).sorted() : origins
  }

  /// The same, each of which must be known.
  ///
  /// - Throws: ``RequestError`` for an origin that is no country.
  func known(in book: LawBook) throws(RequestError) -> [CountryCode] {
    var origins: [CountryCode] = []
    for origin in self.origins(of: book) {
      if let countries = book.countries, !countries.contains(origin) {
        throw RequestError(
          field: "origin",
          message: "'\(origin)' is no ISO 3166-1 code of a country; use the two letters, as in CN")
      }
      // Named twice it counts once.
      if !origins.contains(origin) { origins.append(origin) }
    }
    return origins
  }

  /// The test for goods, with lines that are divided further left to their parts.
  func filter(_ schedule: Schedule, on day: Day) -> ((HTSCode) -> Bool)? {
    guard let goods, let edition = schedule.edition(on: day) else { return nil }
    let list = Set(goods)
    return { code in
      guard
        (2...5).contains(where: { list.contains(code.prefix($0 * 2)) })
          || list.contains(code.prefix(2))
      else { return false }
      return code.length == 10 || schedule.codes(under: code, in: edition, limit: 2).count == 1
    }
  }
}
