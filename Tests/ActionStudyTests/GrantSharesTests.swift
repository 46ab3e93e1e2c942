import ActionStudy
import TariffLaw
import TestSupport
import Testing

struct GrantSharesTests {
  private func total(_ grants: [(String, Double)]) throws -> Double {
    var shares = GrantShares()
    for (code, share) in grants { shares.add(try HTSCode(code), share) }
    return shares.total
  }

  @Test func sharesOverlapByTheirCodes() throws {
    #expect(try total([]) == 0)
    #expect(try total([("84821050", 0.4), ("84821050", 0.7)]) == 0.7)
    // Parts of a line add up, and the line holds them.
    #expect(try total([("8482105004", 0.25), ("8482105044", 0.5)]) == 0.75)
    #expect(try total([("84821050", 0.5), ("8482105004", 0.25), ("8482105044", 0.5)]) == 0.75)
    #expect(try total([("84821050", 1), ("8482105004", 0.25)]) == 1)
    #expect(try total([("8482", 0.6), ("84821050", 0.5), ("8482105004", 0.8)]) == 0.8)
    #expect(try total([("8482105004", 0.9), ("8482105044", 0.9)]) == 1)
  }

  @Test(arguments: 0..<50)
  func theOrderDoesNotMatter(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let codes = ["8482", "848210", "84821050", "8482105004", "8482105044", "84821010", "8471"]
    var grants = (0..<8).map { _ in
      (codes[random.below(codes.count)], Double(random.below(100) + 1) / 200)
    }
    let one = try total(grants)
    grants.shuffle(using: &random)
    #expect(abs(one - (try total(grants))) < 1e-12)
    #expect(one >= grants.map(\.1).max() ?? 0 && one <= 1)
  }
}
