import Answers
import LawFiles
import TariffLaw
import Testing
import TradeData

/// Cases the law format must carry, against law that is files only.
struct FixtureLawCaseTests {
  private static var law: LawFolder {
    LawFolder(CaseFiles.tests.appendingPathComponent("Fixtures/law").path)
  }

  @Test(arguments: CaseFiles.load("LawCases/fixtures/later.yaml"))
  func hardCases(item: LawCase) throws {
    item.check(
      LawBook(regime: try Self.law.regime("later"), schedule: try ShippedLaw.schedule()))
  }

  /// An importer that does not exist, with its own schedule.
  @Test(arguments: CaseFiles.load("LawCases/fixtures/xx.yaml"))
  func inventedImporter(item: LawCase) throws {
    let schedule = try #require(try Self.law.schedule("xx"))
    item.check(LawBook(regime: try Self.law.regime("xx"), schedule: schedule))
  }

  @Test func fixtureLawSurvivesCompiling() throws {
    for importer in ["later", "xx"] {
      let regime = try Self.law.regime(importer)
      #expect(try Regime(decoding: Bytes(regime.encoded)) == regime)
    }
  }

  /// A case that is wrong must not pass.
  @Test func aWrongCaseDisagrees() throws {
    let text =
      "cases:\n  - {hts: '0101.21.00', origin: AA, on: 2020-01-01, rate_pct: 99, source: x}"
    let item = try #require(try LawCase.cases(Array(text.utf8), file: "wrong.yaml").first)
    let schedule = try #require(try Self.law.schedule("xx"))
    let book = LawBook(regime: try Self.law.regime("xx"), schedule: schedule)
    #expect(!item.disagreements(with: book).isEmpty)
  }
}
