import TariffLaw
import Testing
import TradeData

struct ImportWeightsTests {
  @Test func theTotalsAreThePublishedOnes() throws {
    let weights = try #require(try ImportWeights.shipped("us-imports-2024"))
    #expect(weights.cells.joined().reduce(0) { $0 + $1.value } == 3_216_961_412_233)
    #expect(weights.cells.joined().reduce(0) { $0 + $1.duty } == 75_828_780_300)
    #expect(weights.origins.count == 51)
    let block = try #require(weights.origins.first { $0.countries.count > 1 })
    #expect(block.countries.count == 26)
    #expect(weights.origins.contains { $0.key == "SK" })
    #expect(try ImportWeights.shipped("us-imports-1999") == nil)
  }

  /// A little under two fifths of imports from Canada and half of those from Mexico in 2024.
  @Test func sharesAreWeighedAsPublished() throws {
    let weights = try #require(try ImportWeights.shipped("us-imports-2024"))
    let use = try ProgrammeUse.shipped2024()
    var found: [String: Double] = [:]
    for (origin, cells) in zip(weights.origins, weights.cells)
    where origin.countries.contains(where: { use.origins.contains($0) }) {
      let claimed = cells.reduce(0.0) { sum, cell in
        let share = use.share(of: weights.codes[cell.code], from: origin.countries[0])
        return sum + Double(cell.value) * Double(share?.units ?? 0) / Double(ProgrammeUse.scale)
      }
      found[origin.key] = claimed / Double(cells.reduce(0) { $0 + $1.value })
    }
    #expect(Set(found.keys) == ["CA", "MX"])
    #expect(abs((found["CA"] ?? 0) - 0.38139) < 1e-5)
    #expect(abs((found["MX"] ?? 0) - 0.49627) < 1e-5)
  }
}
