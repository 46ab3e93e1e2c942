import ActionStudy
import TariffLaw
import TestSupport
import Testing

struct LineChoiceTests {
  private func pool(_ count: Int, seed: Int) throws -> [RotationLine] {
    var random = SplitMix(seed: seed)
    return try (0..<count).map { index in
      let imports = Double(random.below(1000) + 1)
      return RotationLine(
        code: try HTSCode("8400\(1000 + index)"), imports: imports,
        loss: imports * Double(random.below(90) + 10) / 1000)
    }
  }

  /// Against every set of lines: the bound is not above the best, and the choice not below it.
  @Test(arguments: 0..<120)
  func theBoundHoldsAgainstEverySet(seed: Int) throws {
    let lines = try pool(11, seed: seed)
    let all = lines.reduce(0) { $0 + $1.imports }
    let (least, most) = (all * 0.3, all * 0.45)
    var best = Double.infinity
    for set in 0..<(1 << lines.count) {
      let chosen = lines.indices.filter { set >> $0 & 1 == 1 }
      let imports = chosen.reduce(0) { $0 + lines[$1].imports }
      guard imports >= least, imports <= most else { continue }
      best = min(best, chosen.reduce(0) { $0 + lines[$1].loss })
    }
    guard let choice = LineChoice(from: lines, least: least, most: most) else { return }
    #expect(choice.imports >= least && choice.imports <= most)
    #expect(abs(choice.imports - choice.lines.reduce(0) { $0 + $1.imports }) < 1e-9)
    #expect(choice.bound <= best * (1 + 1e-12))
    #expect(choice.loss >= best * (1 - 1e-12))
    // Taking any line back would fall short.
    for line in choice.lines { #expect(choice.imports - line.imports < least) }
  }

  /// Many small lines leave little to prove.
  @Test func manyLinesLeaveASmallGap() throws {
    let lines = try pool(4000, seed: 5)
    let all = lines.reduce(0) { $0 + $1.imports }
    let choice = try #require(LineChoice(from: lines, least: all * 0.1, most: all * 0.11))
    #expect(choice.loss <= choice.bound * 1.005)
  }

  @Test func whatCannotBeReachedIsRefused() throws {
    let lines = try pool(5, seed: 1)
    let all = lines.reduce(0) { $0 + $1.imports }
    #expect(LineChoice(from: lines, least: all + 1, most: all + 2) == nil)
    #expect(LineChoice(from: [], least: 1, most: 2) == nil)
    #expect(LineChoice(from: lines, least: 0, most: 1)?.lines.isEmpty == true)
  }

  @Test(arguments: 0..<40)
  func theWorstComeFirst(seed: Int) throws {
    let lines = try pool(30, seed: seed)
    let all = lines.reduce(0) { $0 + $1.imports }
    let out = try #require(LineChoice.worst(of: lines, least: all * 0.2, slack: all * 0.02))
    let sum = out.reduce(0) { $0 + $1.imports }
    #expect(sum >= all * 0.2)
    #expect(Set(out.map(\.code)).count == out.count)
    #expect(LineChoice.worst(of: lines, least: all * 1.01, slack: 1) == nil)
  }
}
