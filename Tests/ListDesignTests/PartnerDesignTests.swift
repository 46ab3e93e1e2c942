import ListDesign
import TariffLaw
import Testing
import TradeAction

/// The designer from the partner's side, where the importer's own market is not held.
struct PartnerDesignTests {
  private func design(_ brief: Brief) throws -> Design {
    guard case .chosen(let design) = try PartnerDesign.designer(brief).design(isBrief: true) else {
      throw ActionError(message: "no list was chosen")
    }
    return design
  }

  /// The list meets its brief, counted anew, and no list that takes goods by what they lose for a dollar
  /// is better than the bound.
  @Test func aListMeetsItsBrief() throws {
    let design = try design(
      try PartnerDesign.brief(more: "floors: [{group: farm, share: 60%}]"))
    let candidates = design.pool.candidates
    let lines = design.choice.chosen.map { candidates[$0] }
    let value = lines.reduce(0) { $0 + $1.line.value }
    #expect(value >= 19.9e9 && value <= 20.1e9)
    let farm = lines.reduce(0) { $0 + $1.line.value * $1.membership[0] }
    #expect(farm >= 0.6 * value - 1)
    let lost = design.choice.chosen.reduce(0) { $0 + design.choice.impacts[$1].lostSales }
    #expect(abs(lost + design.choice.objective) < 1)
    #expect(design.choice.bound <= design.choice.objective)
    #expect(design.together == nil)
    // Farm goods first, then the others, each by its loss.
    func rank(_ isFarm: Bool, _ target: Double) -> Double {
      let share = candidates.indices.map {
        design.choice.impacts[$0].lostSales / candidates[$0].line.value
      }
      var (sum, loss) = (0.0, 0.0)
      for index in candidates.indices.sorted(by: { share[$0] > share[$1] })
      where (candidates[index].membership[0] == 1) == isFarm
        && sum + candidates[index].line.value <= target
      {
        sum += candidates[index].line.value
        loss += design.choice.impacts[index].lostSales
      }
      return loss
    }
    #expect(-design.choice.bound >= rank(true, 12e9) + rank(false, 8e9))
  }

  /// Candidates, what is kept off and what has no line are all exports; lines whose rate is not known
  /// are named with their value, and a line that stands in its parts alone is a candidate.
  @Test func nothingIsLeftUnsaid() throws {
    let pool = try PartnerDesign.designer(try PartnerDesign.brief()).pool
    let held =
      pool.candidates.reduce(0) { $0 + $1.line.value } + pool.leftOut.reduce(0) { $0 + $1.value }
      + pool.withoutLine
    #expect(abs(held - 129.035e9) < 1e6)
    let unknown = try #require(pool.leftOut.first { $0.reason.contains("rate is not held") })
    #expect(pool.leftOut.count == 1 && unknown.lines == 8 && unknown.value > 1e7)
    #expect(unknown.reason.contains("8521.10.20") && unknown.reason.contains("8525.80.39"))
    let cotton = try HTSCode("52010000")
    #expect(pool.candidates.contains { $0.code == cotton })
    #expect(pool.carried.isEmpty)
  }

  /// What needs the importer's market is refused by name, with what can be used.
  @Test(arguments: ["buyers-loss", "net-loss", "users-loss", "consumers-loss", "captive-value"])
  func harmOfUnknownBuyersIsRefused(term: String) throws {
    let brief = try PartnerDesign.brief(objective: "[{term: \(term), weight: 1}]")
    let error = try #require(throws: ActionError.self) { try PartnerDesign.designer(brief) }
    #expect("\(error)".contains("objective: '\(term)' needs the importer's own market"))
    #expect("\(error)".contains("'cn'; use lost-sales, value, duty, line"))
  }

  @Test(arguments: [
    ("largest-partner-share: 75%", "imports from others"),
    ("caps: [{of: partner-share, share: 50%}]", "imports from others"),
    ("must: [{group: cameras, reason: r}]", "8525.80.12 (cameras) cannot be on the list"),
  ])
  func whatIsNotHeldIsRefused(more: String, words: String) throws {
    let brief = try PartnerDesign.brief(more: more)
    let error = try #require(throws: ActionError.self) { try PartnerDesign.designer(brief) }
    #expect("\(error)".contains(words), "\(error)")
  }

  /// On the day of the list its own duty is in the rates, which would tell the list.
  @Test func aListMustNotTellItself() throws {
    let list = "cn/retaliation/answer-to-section-301/list-34"
    let real = "real: {measures: \(list), on: 2018-07-06}"
    let error = try #require(throws: ActionError.self) {
      try PartnerDesign.designer(try PartnerDesign.brief(on: "2018-07-06", more: real))
    }
    #expect("\(error)".contains(list) && "\(error)".contains("a day before it"))
    #expect(
      try !PartnerDesign.designer(try PartnerDesign.brief(on: "2018-07-05", more: real))
        .pool.candidates.isEmpty)
  }
}
