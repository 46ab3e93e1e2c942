import Answers
import TariffLaw
import Testing
import TradeData

@Suite struct MeasureListTests {
  private static func book() throws -> LawBook {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(of: "us"),
      countries: try ShippedCountries.codes(), conversions: ShippedConversions.pairs)
  }

  @Test func everyMeasureAndTermIsThere() throws {
    let book = try Self.book()
    let json = try MeasureListAnswer(book, authority: nil, on: nil).json
    let measures = try #require(json["measures"]?.array)
    #expect(measures.count == book.regime.measures.count)
    for (measure, printed) in zip(book.regime.measures, measures) {
      #expect(printed["measure"]?.string == measure.id)
      #expect(printed["terms"]?.array?.count == measure.terms.count)
      #expect(
        printed["terms"]?.array?.allSatisfy { $0["citation"]?.string?.isEmpty == false } == true)
    }
  }

  /// The parts by authority add up to the whole, and each day has only what is in force.
  @Test func partsAddUp() throws {
    let book = try Self.book()
    let all = try MeasureListAnswer(book, authority: nil, on: nil).measures
    let parts = try Set(all.map(\.authority)).map {
      try MeasureListAnswer(book, authority: $0, on: nil).measures.count
    }
    #expect(parts.reduce(0, +) == all.count)
    let day = try #require(Day("2018-07-06"))
    let then = try MeasureListAnswer(book, authority: "section-301", on: day).measures
    #expect(then.map(\.id) == ["us/section-301/china/list-1"])
    #expect { try MeasureListAnswer(book, authority: "section-1", on: nil) } throws: {
      ($0 as? RequestError)?.field == "authority"
    }
  }
}
