import LawFiles
import TariffLaw
import Testing
import TradeAction
import TradeData

struct PartnerTariffsTests {
  private static func tariffs(_ day: String, _ measures: [String]) throws -> PartnerTariffs {
    try PartnerTariffs(
      Action.Answer(importer: "cn", on: try #require(Day(day)), measures: measures),
      origin: try #require(CountryCode("US")), book: try ShippedPartner.book("cn"),
      baseline: try ShippedPartner.exports(to: "CN"))
  }

  /// Exports of 2017 as the Census Bureau published them.
  @Test func theExportsAreWhole() throws {
    let tariffs = try Self.tariffs("2019-06-01", ["cn/retaliation/*"])
    #expect(abs(tariffs.exports - 129.04e9) < 0.2e9)
    // Civil aircraft and low-value shipments are exported under codes that no schedule has.
    #expect(tariffs.unmatched < 0.16 * tariffs.exports)
    #expect(tariffs.coveredExports <= tariffs.exports - tariffs.unmatched)
  }

  /// Soybeans are one subheading with one added rate.
  @Test func aSubheadingTakesTheRateOfItsLines() throws {
    let tariffs = try Self.tariffs("2018-07-06", ["cn/retaliation/answer-to-section-301/list-34"])
    let soybeans = try #require(tariffs.cells.first { $0.subheading.digits == "120190" })
    #expect(abs(soybeans.base - 0.03) < 1e-12 && abs(soybeans.change - 0.25) < 1e-12)
    #expect(soybeans.dispersion < 1e-9 && soybeans.value > 12e9)
    // By value the list comes near the $34 billion it is named after.
    #expect(tariffs.coveredExports > 25e9 && tariffs.coveredExports < 45e9)
    #expect(tariffs.cells.allSatisfy { $0.change > 0 && $0.change <= 0.25 + 1e-12 })
    #expect(tariffs.cells.allSatisfy { $0.base >= 0 && $0.base < 1 })
  }

  @Test func nothingIsLaidTheDayBefore() throws {
    #expect(
      try Self.tariffs("2018-07-05", ["cn/retaliation/answer-to-section-301/*"]).cells.isEmpty)
  }

  @Test func whatTheLawHasNotIsNamed() throws {
    #expect(throws: ActionError.self) { try Self.tariffs("2018-07-06", ["cn/no-such"]) }
    #expect(throws: ActionError.self) { try Self.tariffs("2026-07-06", ["cn/retaliation/*"]) }
  }

  @Test func answersAreReadWithComplaint() {
    let text = """
      id: a
      title: A
      importer: us
      baseline: b
      on: 2018-07-06
      measures: [m]
      assumptions: x
      answers:
        - {importer: cn, day: 2018-07-06, measures: []}
      """
    do {
      _ = try ActionReader(file: "a.yaml").action(Array(text.utf8))
      Issue.record("accepted")
    } catch {
      #expect(error.errors.contains { $0.field == "day" && $0.line == 9 })
      #expect(error.errors.contains { $0.field == "on" })
      #expect(error.errors.contains { $0.field == "measures" })
    }
  }
}
