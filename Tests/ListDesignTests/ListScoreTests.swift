import ListDesign
import TariffLaw
import Testing
import TradeAction

struct ListScoreTests {
  /// Pairs counted one by one.
  private func slowArea(_ scores: [Double], _ isReal: [Bool]) -> Double {
    var (wins, pairs) = (0.0, 0.0)
    for (a, isA) in zip(scores, isReal) where isA {
      for (b, isB) in zip(scores, isReal) where !isB {
        pairs += 1
        wins += a > b ? 1 : a == b ? 0.5 : 0
      }
    }
    return wins / pairs
  }

  @Test func theAreaIsTheShareOfPairsInOrder() {
    let scores: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]
    let isReal = [true, false, false, true, true, true, false, true, false, false, true]
    #expect(abs(ListScore.area(scores, isReal) - slowArea(scores, isReal)) < 1e-12)
    #expect(ListScore.area([1, 2, 3, 4], [false, false, true, true]) == 1)
    #expect(ListScore.area([1, 2, 3, 4], [true, true, false, false]) == 0)
    #expect(ListScore.area([7, 7, 7], [true, false, true]) == 0.5)
    #expect(ListScore.area([1, 2], [true, true]).isNaN)
  }

  /// On a published list: counts and dollars of the parts are those of the whole.
  @Test func scoresAddUp() throws {
    let brief = try ShippedDesign.brief(
      target: "{value: 34000000000, tolerance: 0.5%}",
      more: """
        real: {measures: us/section-301/china/list-1, on: 2018-07-06}
        """)
    let design = try #require(try ShippedDesign.design(brief))
    let score = try #require(try design.score(try ShippedDesign.ground.get().book.regime))
    let both = score.chapters.reduce(0) { $0 + $1.both }
    let real = score.chapters.reduce(0) { $0 + $1.real }
    let chosen = score.chapters.reduce(0) { $0 + $1.chosen }
    #expect(abs(real - score.realValue) < 1 && abs(chosen - design.value) < 1)
    let way = score.ways[0]
    #expect(abs(way.precisionByValue * chosen - both) < 1)
    #expect(abs(way.recallByValue * (score.realValue + score.keptOffValue) - both) < 1)
    #expect(
      score.missed.count
        + Int((way.recall * Double(score.realLines + score.keptOffLines)).rounded())
        == score.realLines)
    #expect(
      score.extra.count + Int((way.precision * Double(design.choice.chosen.count)).rounded())
        == design.choice.chosen.count)
    // List 1 comes to 33.9 bn on the baseline when it is assessed.
    #expect(score.realValue + score.keptOffValue > 33.0e9)
    // A ranking and its reverse.
    #expect(abs(score.ways[3].area + score.ways[4].area - 1) < 1e-12)
  }
}
