import TariffLaw
import Testing
import TradeAction
import TradeData

/// Subheadings of China's schedule of May 2018.
struct SubheadingSplitTests {
  private func split(_ subheading: String, _ weights: [String: Double]) throws -> SubheadingSplit {
    let schedule = try ShippedLaw.schedule(of: "cn")
    let day = try #require(Day("2018-06-16"))
    return SubheadingSplit(
      try HTSCode(subheading), schedule,
      edition: try #require(schedule.edition(on: day)),
      weights: Dictionary(
        uniqueKeysWithValues: try weights.map { (try HTSCode($0.key), $0.value) }))
  }

  /// Soybeans have a line for yellow and one for black ones.
  @Test func whatIsReportedWeighsTheLines() throws {
    let split = try split("120190", ["12019010": 30, "12019020": 10])
    #expect(split.isKnown && split.parts.count == 2)
    let one = try self.split("120190", ["12019010": 30])
    #expect(one.isKnown && one.parts.map(\.weight) == [30, 0])
    let weights = Dictionary(uniqueKeysWithValues: split.parts.map { ($0.code.digits, $0.weight) })
    #expect(weights == ["12019010": 30, "12019020": 10])
  }

  @Test func linesWeighAlikeWhereNothingIsReported() throws {
    let split = try split("120190", ["10019900": 5])
    #expect(!split.isKnown && split.parts.map(\.weight) == [1, 1])
  }

  /// A line of several parts has its weight once, and nothing is left to tell apart.
  @Test func partsShareTheWeightOfTheirLine() throws {
    let reported = try split("520100", ["52010000": 8])
    #expect(reported.isKnown && reported.parts.count > 1)
    #expect(abs(reported.parts.reduce(0) { $0 + $1.weight } - 8) < 1e-12)
    #expect(Set(reported.parts.map(\.weight)).count == 1)
    #expect(try split("520100", [:]).isKnown)
  }

  /// Civil aircraft go out under a code of exports alone.
  @Test func whatTheScheduleHasNotHasNoParts() throws {
    #expect(try split("880000", ["88024010": 5]).parts.isEmpty)
  }
}
