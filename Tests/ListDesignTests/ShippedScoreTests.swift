import ListDesign
import TariffLaw
import Testing
import TradeAction

/// The scores of the shipped briefs against the published lists, as `docs/method/reconstruction.md` has
/// them: percent to a tenth, the area to a thousandth.
///
/// When one moves with good reason, take the new figures of `tarifa design ID` here and there.
struct ShippedScoreTests {
  struct Expected: CustomStringConvertible {
    let brief: String
    let lines: Int
    let realLines: Int
    /// The brief, chance, most trade first, least and most from the partner first: precision and recall by
    /// lines, by value, and the area.
    let ways: [[Double]]
    /// Area inside the goods that the brief names; `nil` where it names none.
    let within: Double?

    var description: String { brief }
  }

  private static func rounded(_ way: ListScore.Way) -> [Double] {
    [way.precision, way.recall, way.precisionByValue, way.recallByValue].map {
      ($0 * 1000).rounded() / 10
    } + [(way.area * 1000).rounded() / 1000]
  }

  @Test(arguments: [
    Expected(
      brief: "brief-cn-us-34bn", lines: 905, realLines: 288,
      ways: [
        [29.6, 93.1, 80.7, 97.6, 0.907],
        [4.7, 30.9, 25.6, 30.9, 0.5],
        [38.5, 1.7, 55.8, 69, 0.506],
      ], within: 0.51),
    Expected(
      brief: "brief-cn-us-50bn", lines: 1699, realLines: 505,
      ways: [
        [16.4, 55, 57.6, 72, 0.666],
        [8.3, 45.5, 36.4, 45.5, 0.5],
        [42.5, 3.4, 58.6, 73.7, 0.513],
      ], within: 0.319),
    Expected(
      brief: "brief-us-301-list-1", lines: 872, realLines: 681,
      ways: [
        [57.8, 66.2, 39.6, 39.6, 0.698],
        [45.3, 13.4, 12.3, 12.3, 0.5],
        [0, 0, 0, 0, 0.488],
        [57.8, 66.2, 39.6, 39.6, 0.698],
        [0, 0, 0, 0, 0.302],
      ], within: nil),
    Expected(
      brief: "brief-us-301-list-3", lines: 5868, realLines: 4629,
      ways: [
        [68.7, 87.1, 68.7, 74, 0.675],
        [60.9, 44.5, 41.4, 44.5, 0.5],
        [41.2, 0.3, 32.6, 35.3, 0.437],
        [64.8, 83.6, 56.8, 61.2, 0.595],
        [42.8, 10.4, 19.3, 20.8, 0.405],
      ], within: nil),
    Expected(
      brief: "brief-us-301-list-4a", lines: 2327, realLines: 1936,
      ways: [
        [82, 89.5, 88.8, 71.2, 0.556],
        [81.7, 87.5, 88.6, 71, 0.5],
        [78.9, 23.3, 88.9, 71.3, 0.478],
        [82.3, 89.4, 88.9, 71.6, 0.556],
        [80.9, 58.6, 89.5, 71.8, 0.444],
      ], within: nil),
  ])
  func aShippedBriefScoresAsWritten(expected: Expected) throws {
    let brief = try ActionLibrary.brief(expected.brief)
    let isPartners = brief.importer == "cn"
    let designer =
      isPartners ? try PartnerDesign.designer(brief) : try ShippedDesign.designer(brief)
    guard case .chosen(let design) = try designer.design(isBrief: true) else {
      Issue.record("\(expected): no list was chosen")
      return
    }
    let regime =
      isPartners ? try PartnerDesign.book.get().regime : try ShippedDesign.ground.get().book.regime
    let score = try #require(try design.score(regime))
    #expect(design.choice.chosen.count == expected.lines)
    #expect(score.realLines == expected.realLines)
    #expect(score.ways.map(Self.rounded) == expected.ways)
    #expect(
      score.groups.map { ($0.area ?? 0) * 1000 }.map { $0.rounded() / 1000 }
        == (expected.within.map { [$0] } ?? []))
  }
}
