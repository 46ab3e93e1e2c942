import Foundation
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// Exports to China line by line.
struct ExportLineStudyTests {
  private static let goods = Result {
    let china = try #require(CountryCode("CN"))
    return try PartnerLines(
      of: try #require(CountryCode("US")), on: try #require(Day("2018-06-16")),
      book: LawBook(
        regime: try ShippedLaw.regime("cn"), schedule: try ShippedLaw.schedule(of: "cn"),
        countries: try ShippedCountries.codes()),
      baseline: try #require(try ExportBaseline.shipped(china)))
  }

  private func study(_ assumptions: String = "fgkk-2020") throws -> ExportLineStudy {
    try ExportLineStudy(
      try Self.goods.get(), assumptions: try ActionLibrary.assumptions(assumptions))
  }

  /// Sales fall by the tariff power to the minus sigma, which is 2.53 for every good in these assumptions.
  @Test(arguments: [0.05, 0.25, 1.25])
  func salesFallWithTheTariffPower(rate: Double) throws {
    let (study, goods) = (try study(), try Self.goods.get())
    let impacts = try study.impacts(rate: rate)
    #expect(impacts.count == study.lines.count)
    let base = Dictionary(uniqueKeysWithValues: goods.lines.map { ($0.code, $0.base) })
    for (line, impact) in zip(study.lines, impacts) {
      let before = try #require(base[line.code] ?? nil)
      let left = pow((1 + before + rate) / (1 + before), -2.53)
      #expect(abs(impact.lostSales - line.value * (1 - left)) < 1e-9 * max(line.value, 1))
      #expect(abs(impact.duty - rate * line.value) < 1e-9 * max(line.value, 1))
      // Nothing is known of China's own buyers.
      #expect(impact.home == nil)
    }
    #expect(!study.knowsHome)
  }

  /// Lines whose rate is not held are apart from the others, not among them with a rate of zero.
  @Test func linesWithoutARateAreApart() throws {
    let (study, goods) = (try study(), try Self.goods.get())
    #expect(
      Set(study.unpriced.map(\.code)) == Set(goods.lines.filter { $0.base == nil }.map(\.code)))
    #expect(study.unpriced.count == 8)
    #expect(Set(study.lines.map(\.code)).isDisjoint(with: study.unpriced.map(\.code)))
    let held = (study.lines + study.unpriced).reduce(0) { $0 + $1.value } + study.withoutLine
    #expect(abs(held - goods.lines.reduce(0) { $0 + $1.value } - goods.unmatched) < 1)
    #expect(study.lines.allSatisfy { $0.imports == nil && $0.partnerShare == nil })
    // Splitting a subheading evenly is an estimate, and the line says so.
    let split = try #require(goods.lines.first { $0.isSplit && $0.base != nil })
    let line = try #require(study.lines.first { $0.code == split.code })
    #expect(line.fitted == line.value)
  }

  /// With elasticities by good, lines of one rate lose different shares; draws repeat themselves.
  @Test func elasticitiesTellLinesApart() throws {
    let study = try study("fontagne-2022")
    let central = try study.impacts(rate: 0.25)
    let shares = zip(study.lines, central).map { $1.lostSales / $0.value }
    #expect(shares.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(Set(shares.map { ($0 * 1e6).rounded() }).count > 500)
    let first = try study.impacts(rate: 0.25, draw: (3, 1))
    #expect(first != central)
    #expect(try study.impacts(rate: 0.25, draw: (3, 1)) == first)
    #expect(try study.impacts(rate: 0.25, draw: (4, 1)) != first)
  }
}
