import LawFiles
import TariffLaw
import Testing
import TradeData

/// Cases the law format must carry, against law that is files only.
struct FixtureLawCaseTests {
  private static var law: LawFolder {
    LawFolder(LawCase.folder.appendingPathComponent("Fixtures/law").path)
  }

  @Test(arguments: LawCase.load("LawCases/hard-cases-later.yaml"))
  func hardCases(item: LawCase) throws {
    let book = LawBook(
      regime: try Self.law.regime("later"), schedule: try ShippedLaw.schedule())
    try item.check(book)
  }

  /// An importer that does not exist, with its own schedule.
  @Test(arguments: LawCase.load("LawCases/invented-importer.yaml"))
  func inventedImporter(item: LawCase) throws {
    let schedule = try #require(try Self.law.schedule("xx"))
    let book = LawBook(regime: try Self.law.regime("xx"), schedule: schedule)
    try item.check(book)
  }

  @Test func fixtureLawSurvivesCompiling() throws {
    for importer in ["later", "xx"] {
      let regime = try Self.law.regime(importer)
      #expect(try Regime(decoding: Bytes(regime.encoded)) == regime)
    }
  }
}
