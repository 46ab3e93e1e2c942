import Answers
import TariffLaw
import TestSupport
import Testing
import TradeData

/// The sweeps against the full assessment, cell by cell, on days when much of the law is in force.
struct PanelTests {
  private static func book() throws -> LawBook {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
  }

  private static let days = [
    "2017-03-01", "2018-09-24", "2019-09-24", "2022-05-01", "2024-09-27", "2025-04-05",
    "2025-04-09", "2025-05-15", "2025-09-20", "2025-11-20", "2026-02-21", "2026-05-01",
    "2026-08-22",
  ]

  @Test(arguments: days)
  func cellsAreWhatAnEntryIsTold(day: String) throws {
    let book = try Self.book()
    let on = try #require(Day(day))
    let origins = (book.countries ?? []).sorted()
    let panel = try PanelMaker(book).panel(on: on, origins: origins)
    var random = SplitMix(seed: Int(on.number))
    for _ in 0..<150 {
      let code = random.below(panel.codes.count)
      let origin = random.below(origins.count)
      let cell = panel.cell(code, origin)
      let answer = try book.assess(
        Entry(code: panel.codes[code], origin: origins[origin], day: on))
      let name = "\(panel.codes[code]) \(origins[origin])"
      #expect(cell.status == answer.status, "\(name)")
      #expect(cell.rate == answer.total.rate, "\(name)")
      #expect(cell.additionalRate == answer.total.additionalRate, "\(name)")
      if let additional = cell.additionalRate {
        #expect(cell.parts.reduce(Fraction.zero) { $0 + $1.rate } == additional, "\(name)")
      }
    }
  }

  /// Every code that ends its branch is there once, and the same work in one thread gives the same.
  @Test func aPanelIsWholeAndRepeats() throws {
    let book = try Self.book()
    let on = try #require(Day("2025-09-20"))
    let origins = ["CN", "DE", "MX", "RU", "JP"].compactMap { CountryCode($0) }
    let panel = try PanelMaker(book).panel(on: on, origins: origins)
    #expect(panel.codes.count > 15_000)
    #expect(zip(panel.codes, panel.codes.dropFirst()).allSatisfy { !$0.contains($1) && $0 < $1 })
    let kinds = OriginKinds(book, on: on, origins: origins)
    let draft = try #require(LawPanelDraft(book, kinds))
    let alone = draft.finish(try (0..<draft.kindsOfOrigin).map { try draft.worked($0) })
    for origin in origins.indices {
      for code in stride(from: 0, to: panel.codes.count, by: 97) {
        #expect(panel.cell(code, origin) == alone.cell(code, origin))
      }
    }
  }
}
