import Answers
import TariffLaw
import Testing
import TradeData

/// Every case of a shipped importer's folder against its shipped law and schedule.
struct ShippedLawCaseTests {
  private static let importers = (try? ShippedLaw.importers()) ?? []

  @Test func everyImporterHasCases() throws {
    #expect(Self.importers.count >= 2)
    for importer in Self.importers {
      #expect(
        CaseFiles.files(in: "LawCases/\(importer)").flatMap(CaseFiles.load).count >= 5,
        "\(importer)")
    }
  }

  @Test(arguments: importers)
  func everyCase(importer: String) throws {
    let book = LawBook(
      regime: try ShippedLaw.regime(importer),
      schedule: try ShippedLaw.schedule(of: importer), countries: try ShippedCountries.codes())
    for item in CaseFiles.files(in: "LawCases/\(importer)").flatMap(CaseFiles.load) {
      item.check(book)
    }
  }
}
