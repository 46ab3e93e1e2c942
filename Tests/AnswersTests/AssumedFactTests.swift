import TariffLaw
import Testing
import TradeData

struct AssumedFactTests {
  private static func book() throws -> LawBook {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
  }

  /// A derivative article that states no metal content pays by the value assumed, and says so; one that
  /// states it is not touched.
  @Test func anAssumedShareStandsForTheFactNotStated() throws {
    let book = try Self.book()
    let fact = try #require(
      Regime.AssumedFact("us/section-232/steel-derivatives/*:steel=25"))
    let assuming = try book.assuming([fact])
    // 8418.10.00.10, a refrigerator, is on the list of June 2025.
    func entry(_ facts: [String: FactValue]) throws -> Entry {
      Entry(
        code: try HTSCode("8418.10.00.10"), origin: try #require(CountryCode("KR")),
        day: try #require(Day("2025-06-25")), facts: facts)
    }
    let whole = try book.assess(try entry([:])).total
    let quarter = try assuming.assess(try entry([:]))
    let stated = try book.assess(try entry(["steel": .number(25)])).total
    #expect(whole.rate != quarter.total.rate)
    #expect(quarter.total.rate == stated.rate)
    #expect(quarter.warnings.contains { $0.contains("steel=25") })
    #expect(
      try assuming.assess(try entry(["steel": .number(60)])).total
        == book.assess(try entry(["steel": .number(60)])).total)
  }

  @Test func whatCannotBeAssumedIsNamed() throws {
    let regime = try ShippedLaw.regime("us")
    #expect(Regime.AssumedFact("steel=25") == nil && Regime.AssumedFact("a:b") == nil)
    for text in [
      "us/section-232/*:no-such=1", "us/no-such/*:steel=25", "us/section-232/*:steel=250",
    ] {
      let fact = try #require(Regime.AssumedFact(text))
      #expect(throws: Regime.AssumptionError.self) { try regime.assuming([fact]) }
    }
  }
}
