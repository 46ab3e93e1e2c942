import LawFiles
import TariffLaw
import Testing
import TradeAction
import TradeData

struct ActionTests {
  @Test func theFixedIdsAreShipped() throws {
    let ids = try ActionLibrary.ids()
    for id in [
      "us-301-list-1", "us-301-list-2", "us-301-list-3", "us-301-list-4a", "us-301-lists-1-3",
    ] {
      #expect(ids.contains(id))
      let action = try ActionLibrary.action(id)
      #expect(action.id == id)
      #expect(try ActionLibrary.assumptions(action.assumptions).value("sigma") != nil)
    }
  }

  @Test func anUnknownActionListsWhatThereIs() {
    #expect(throws: ActionError.self) { try ActionLibrary.action("no-such-action") }
  }

  @Test func mistakesInAnActionAreNamedTogether() {
    let text = "id: a\ntitle: A\nimporter: us\nbaseline: b\non: 2018-02-30\npartner: China\n"
    do {
      _ = try ActionReader(file: "a.yaml").action(Array(text.utf8))
      Issue.record("accepted")
    } catch {
      #expect(error.errors.contains { $0.field == "on" && $0.line == 5 })
      #expect(error.errors.contains { $0.field == "partner" })
      #expect(error.errors.contains { $0.field == "measures" })
      #expect(error.errors.contains { $0.field == "assumptions" })
    }
  }

  private static func ground(_ baseline: String) throws -> TariffGround {
    try TariffGround(
      book: LawBook(
        regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
        countries: try ShippedCountries.codes()),
      baseline: try #require(try ImportBaseline.shipped(baseline)))
  }

  @Test func anActionChangesOnlyItsGoodsAndOrigin() throws {
    let ground = try Self.ground("us-imports-2017")
    let baseline = ground.baseline
    let action = try ActionLibrary.action("us-301-list-1")
    let tariffs = try ActionTariffs(action, on: action.on, ground)
    #expect(tariffs.cells.count > 700)
    for cell in tariffs.cells {
      #expect(baseline.origins[baseline.origin[cell.indices.lowerBound]].name == "China")
      #expect(cell.change <= 0.25 && cell.change > 0)
      #expect(abs(cell.byMeasure.reduce(0) { $0 + $1.rate } - cell.change) < 1e-12)
    }
    // The day before the first, nothing changes.
    #expect(
      try ActionTariffs(action, on: action.on.advanced(by: -1), ground).cells.isEmpty)
  }

  /// The change of a whole code is the full assessment with the measures less the one without.
  @Test func aChangeIsTheDifferenceOfTwoAssessments() throws {
    let ground = try Self.ground("us-imports-2017")
    let action = try ActionLibrary.action("us-232-metals-2018")
    let day = try #require(Day("2018-06-01"))
    let tariffs = try ActionTariffs(action, on: day, ground)
    let without = ground.book.with(
      ground.book.regime.changed(removing: Set(tariffs.measures)))
    var compared = 0
    for cell in tariffs.cells.enumerated().filter({ $0.offset % 11 == 0 }).map(\.element) {
      let index = cell.indices.lowerBound
      let countries = ground.baseline.origins[ground.baseline.origin[index]].countries
      guard countries.count == 1, cell.covered == 1 else { continue }
      // A line is charged whole, so any of its statistical parts will do.
      let line = ground.baseline.codes[index]
      let edition = try #require(ground.book.schedule.edition(on: day))
      let part = ground.book.schedule.codes(under: line, in: edition).last ?? line
      let entry = Entry(code: part, origin: countries[0], day: day)
      let new = try ground.book.assess(entry).total.additionalRate
      let old = try without.assess(entry).total.additionalRate
      guard let new, let old else { continue }
      #expect(abs((new - old).doubleValue - cell.change) < 1e-12, "\(line.dotted)")
      compared += 1
    }
    #expect(compared > 50)
  }

  /// Against an earlier day: what chosen measures lay now less what they laid then, by ten-digit code.
  @Test func aDayIsHeldAgainstAnother() throws {
    let ground = try Self.ground("us-imports-2024")
    let action = try ActionLibrary.action("us-2025-04-09")
    let tariffs = try ActionTariffs(action, on: action.on, ground)
    let past = try #require(action.against)
    var compared = 0
    for cell in tariffs.cells.enumerated().filter({ $0.offset % 997 == 0 }).map(\.element) {
      let index = cell.indices.lowerBound
      let countries = ground.baseline.origins[ground.baseline.origin[index]].countries
      let code = ground.baseline.codes[index]
      // Origins that claim nothing, and codes that both editions have.
      guard countries == [CountryCode("CN")] || countries == [CountryCode("VN")] else { continue }
      let entry = { Entry(code: code, origin: countries[0], day: $0) }
      let new = try ground.book.assess(entry(action.on))
      let old = try ground.book.assess(entry(past))
      guard new.status != .unknownCode, old.status != .unknownCode,
        let a = new.total.additionalRate, let b = old.total.additionalRate
      else { continue }
      #expect(abs((a - b).doubleValue - cell.change) < 1e-12, "\(code.dotted)")
      compared += 1
    }
    #expect(compared > 10)
  }

  /// Struck exemptions charge the ally, and nobody else.
  @Test func struckExemptionsChargeTheAlly() throws {
    let ground = try Self.ground("us-imports-2017")
    let granted = try ActionLibrary.action("us-232-metals-2018")
    let struck = try ActionLibrary.action("us-232-metals-2018-all")
    func charged(_ action: Action) throws -> [String: Double] {
      var found: [String: Double] = [:]
      for cell in try ActionTariffs(action, on: action.on, ground).cells {
        let origin = ground.baseline.origins[ground.baseline.origin[cell.indices.lowerBound]].name
        found[origin, default: 0] += cell.change
      }
      return found
    }
    let (with, without) = (try charged(granted), try charged(struck))
    for ally in ["Canada", "Mexico", "European Union", "South Korea", "Brazil", "Australia"] {
      #expect(with[ally] == nil && (without[ally] ?? 0) > 0, "\(ally)")
    }
    #expect(with["Japan"] == without["Japan"] && (with["Japan"] ?? 0) > 0)
  }

  @Test func aMeasureTheLawHasNotIsNamed() throws {
    let text = """
      id: a
      title: A
      importer: us
      baseline: us-imports-2017
      on: 2018-07-06
      measures: ['us/no-such/*']
      assumptions: fgkk-2020
      """
    let action = try ActionReader(file: "a.yaml").action(Array(text.utf8))
    #expect(throws: ActionError.self) {
      try ActionTariffs(action, on: action.on, try Self.ground("us-imports-2017"))
    }
  }

  /// A proposal brings its own law, and lays what it says and nothing else.
  @Test func aProposalBringsItsLaw() throws {
    let action = try ActionLibrary.action("us-cn-ict-25")
    #expect(action.law.count == 2)
    let book = LawBook(
      regime: try ShippedLaw.regime("us").extended(by: action.law),
      schedule: try ShippedLaw.schedule(), countries: try ShippedCountries.codes())
    let ground = try TariffGround(
      book: book, baseline: try #require(try ImportBaseline.shipped(action.baseline)))
    let tariffs = try ActionTariffs(action, on: action.on, ground)
    #expect(tariffs.cells.count > 200)
    for cell in tariffs.cells {
      #expect(abs(cell.change - 0.25) < 1e-12)
      #expect(ground.baseline.origin[cell.indices.lowerBound] == 0)
    }
  }
}
