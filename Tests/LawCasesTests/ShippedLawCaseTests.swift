import Answers
import TariffLaw
import Testing
import TradeData

/// Every case of `LawCases/us` against the shipped law and schedule.
struct ShippedLawCaseTests {
  static let cases = CaseFiles.files(in: "LawCases/us").flatMap(CaseFiles.load)

  static func book() throws -> LawBook {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
  }

  @Test func everyCase() throws {
    let book = try Self.book()
    for item in Self.cases { item.check(book) }
  }

  @Test func theCasesAreThere() { #expect(Self.cases.count >= 50) }
}
