import TariffLaw
import TestSupport
import Testing
import TradeData

/// What a pricer answers must not depend on what it was asked before.
struct CellPricerTests {
  /// Lists of the metals of 2018 and 2026 hold parts of lines, so that a line and its part meet the
  /// same provisions, one of them wholly and the other partly.
  @Test(arguments: ["2018-03-23", "2018-07-06", "2019-09-01", "2025-06-05", "2026-04-06"])
  func theOrderOfAskingDoesNotMatter(day text: String) throws {
    let book = LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
    let day = try #require(Day(text))
    let edition = try #require(book.schedule.edition(on: day))
    let tables = PricingTables(book)
    let codes = try book.schedule.lines(in: edition).map(\.code)
    func cells(_ codes: [HTSCode], _ origin: CountryCode) throws -> [PricedCell?] {
      let pricer = CellPricer(tables)
      let law = try #require(pricer.law(of: origin, on: day, claims: false))
      let slot = pricer.slot(law: law, origin: origin)
      return try codes.map { code in
        guard let good = pricer.good(code, in: edition) else { return nil }
        let position = try pricer.cell(good: good, under: slot)
        return pricer.cells[position]
      }
    }
    for name in ["CN", "CA", "PE"] {
      let origin = try #require(CountryCode(name))
      let forward = try cells(codes, origin)
      let backward = Array(try cells(codes.reversed(), origin).reversed())
      let differing = codes.indices.filter { forward[$0] != backward[$0] }
      #expect(
        differing.isEmpty,
        "\(name): \(differing.prefix(5).map { codes[$0].dotted })")
    }
  }
}
