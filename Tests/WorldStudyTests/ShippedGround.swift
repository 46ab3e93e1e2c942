import TariffLaw
import Testing
import TradeAction
import TradeData
import WorldStudy

/// The shipped law, imports and bases, read once for all tests.
enum ShippedGround {
  static let bases = ["2017-7x44", "2017-81x28"]

  private static let book = Result {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
  }

  static let imports = Result {
    try TariffGround(book: try book.get(), baseline: try ImportBaseline.shipped2017())
  }

  private static let list3 = Result {
    try tariffs("us-301-list-3", on: "2018-09-24", imports.get())
  }

  /// List 3 as it began, at 10%.
  static func tariffsOfList3() throws -> ActionTariffs { try list3.get() }

  static func ground(_ id: String) throws -> WorldGround {
    try WorldGround(try #require(try ShippedWorlds.world(id)))
  }

  static func tariffs(
    _ action: String, on day: String, _ ground: TariffGround
  ) throws -> ActionTariffs {
    try ActionTariffs(
      try ActionLibrary.action(action), on: try #require(Day(day)), ground)
  }

  /// What an action does to a few imports, given as code, origin, millions of dollars.
  static func fewImports(
    _ rows: [(code: String, origin: String, value: Double)]
  ) throws -> TariffGround {
    let origins = Set(rows.map(\.origin)).sorted()
    let baseline = try ImportBaseline.checked(
      id: "few", year: 2017,
      origins: try origins.map {
        ImportBaseline.Origin(
          name: $0,
          countries: $0 == "rest"
            ? [] : try $0.split(separator: " ").map { try #require(CountryCode($0)) })
      },
      codes: try rows.map { try HTSCode($0.code) },
      origin: try rows.map { try #require(origins.firstIndex(of: $0.origin)) },
      value: rows.map { $0.value * 1e6 }, duty: rows.map { _ in 0 },
      provenance: rows.map { _ in .published })
    return try TariffGround(book: try book.get(), baseline: baseline)
  }

  /// A partner's answer with the exports it falls on.
  static func answer(
    _ importer: String, on day: String, _ measures: [String]
  ) throws -> (tariffs: PartnerTariffs, exports: ExportBaseline) {
    let partner = try #require(CountryCode(importer.uppercased()))
    let exports = try #require(try ExportBaseline.shipped(partner))
    let tariffs = try PartnerTariffs(
      Action.Answer(importer: importer, on: try #require(Day(day)), measures: measures),
      origin: try #require(CountryCode("US")),
      book: LawBook(
        regime: try ShippedLaw.regime(importer), schedule: try ShippedLaw.schedule(of: importer),
        countries: try ShippedCountries.codes()), baseline: exports)
    return (tariffs, exports)
  }
}
