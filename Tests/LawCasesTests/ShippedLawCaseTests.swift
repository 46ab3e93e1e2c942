import TariffLaw
import Testing
import TradeData

/// Cases against the shipped law and schedule.
struct ShippedLawCaseTests {
  static func book() throws -> LawBook {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
  }

  @Test(arguments: LawCase.load("LawCases/entries-2017-2021.yaml"))
  func entries(item: LawCase) throws { try item.check(Self.book()) }

  @Test(arguments: LawCase.load("LawCases/hard-cases-2017-2021.yaml"))
  func hardCases(item: LawCase) throws { try item.check(Self.book()) }

  @Test func theFilesAreThere() {
    #expect(LawCase.load("LawCases/entries-2017-2021.yaml").count >= 20)
    #expect(LawCase.load("LawCases/hard-cases-2017-2021.yaml").count >= 30)
  }
}
