import ActionStudy
import TariffLaw
import Testing
import TradeAction
import TradeImpact

struct ExemptionStudyTests {
  private static let metals = Result {
    try ExemptionStudy(
      try ShippedStudy.study(), try ActionLibrary.action("us-232-metals-2018"),
      on: try #require(Day("2018-03-23")))
  }

  private func agrees(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1)
  }

  /// The law spared seven allies and, in the European Union, the United Kingdom.
  @Test func whoIsSparedIsFoundInTheLaw() throws {
    let study = try Self.metals.get()
    #expect(
      Set(study.rows.map(\.origin)) == [
        "Canada", "European Union", "United Kingdom", "Mexico", "South Korea", "Brazil",
        "Argentina", "Australia",
      ])
    #expect(study.rows.allSatisfy { $0.kind == .granted })
    #expect(study.rows.map(\.exemptedImports) == study.rows.map(\.exemptedImports).sorted(by: >))
  }

  /// Imports taken out one by one sum to what all exemptions take out: origins do not overlap.
  @Test func exemptedImportsAddUp() throws {
    let study = try Self.metals.get()
    #expect(
      agrees(
        study.rows.reduce(0) { $0 + $1.exemptedImports },
        study.charged.coveredImports - study.asGranted.coveredImports))
    for row in study.rows {
      // Sparing one raises what it sells, and lowers what is collected and what buyers lose.
      #expect(row.leakage.value > 0 && row.salesIfSpared.value > row.salesIfCharged.value)
      #expect(row.revenueChange.value < 0 && row.buyersLossChange.value < 0)
      let shared = try #require(row.leakageAsGranted)
      #expect(shared.value < row.leakage.value)
    }
  }

  /// The rows are those of actions with exemptions struck by hand.
  @Test func aRowIsTheActionWithTheOthersStruck() throws {
    let study = try Self.metals.get()
    let action = try ActionLibrary.action("us-232-metals-2018")
    let day = try #require(Day("2018-03-23"))
    let everyone = try #require(try ShippedStudy.book.get().countries)
    let canada = try #require(CountryCode("CA"))
    let alone = try ShippedStudy.study().assess(
      action.striking(everyone.subtracting([canada])), on: day)
    let row = try #require(study.rows.first { $0.origin == "Canada" })
    let origin = try #require(alone.origins.firstIndex(of: "Canada"))
    #expect(agrees(row.leakage.value, alone.central.leakage[origin]))
    #expect(
      agrees(row.exemptedImports, study.charged.coveredImports - alone.coveredImports))
    #expect(
      agrees(
        row.revenueChange.value,
        alone.central.accounts.revenue - study.charged.central.accounts.revenue))
  }

  /// An origin that the law charges can be spared, too; one that is not covered cannot.
  @Test func anyOriginThatIsCoveredCanBeSpared() throws {
    let study = try ShippedStudy.study()
    let action = try ActionLibrary.action("us-232-metals-2018")
    let day = try #require(Day("2018-03-23"))
    let japan = try ExemptionStudy(
      study, action, on: day, origins: [try #require(CountryCode("JP"))],
      draws: DrawRequest(count: 20, seed: 2))
    let row = try #require(japan.rows.first)
    #expect(row.kind == .hypothetical && row.leakageAsGranted == nil)
    #expect(row.exemptedImports > 1e9 && row.leakage.value > 0)
    let (low, high) = (try #require(row.revenueChange.low), try #require(row.revenueChange.high))
    #expect(low < row.revenueChange.value && row.revenueChange.value < high && high < 0)
    #expect(throws: ActionError.self) {
      try ExemptionStudy(
        study, try ActionLibrary.action("us-301-list-1"), on: try #require(Day("2018-07-06")),
        origins: [try #require(CountryCode("JP"))])
    }
  }
}
