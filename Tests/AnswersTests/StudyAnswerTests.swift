import ActionStudy
import Answers
import Foundation
import ListDesign
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// What goes around a list, as the surfaces show it.
struct StudyAnswerTests {
  private static let study = Result {
    try ImpactStudy(
      try TariffGround(book: try ShippedBook.us(), baseline: try ImportBaseline.shipped2017()),
      assumptions: try ActionLibrary.assumptions("fgkk-2020"),
      horizon: try ActionLibrary.horizon("one-year"),
      economy: try ActionLibrary.economy(of: "us"))
  }

  private func tariffs(_ id: String) throws -> ActionTariffs {
    let action = try ActionLibrary.action(id)
    return try ActionTariffs(action, on: action.on, try Self.study.get().ground)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func assessed(_ id: String, _ draws: DrawRequest? = nil) throws -> AssessedAction {
    let action = try ActionLibrary.action(id)
    return try AssessedAction(try Self.study.get(), action, on: action.on, draws: draws)
  }

  /// The amounts of the comparison are those that `assess` gives for each action alone.
  @Test func aComparisonShowsWhatAssessShows() throws {
    let draws = DrawRequest(count: 20, seed: 4)
    let (a, b) = (
      try assessed("us-301-list-1", draws), try assessed("us-301-list-2", draws)
    )
    let answer = ComparisonAnswer(try ActionComparison(a, b))
    let document = try object(answer.json.text)
    let amounts = try #require(document["amounts"] as? [String: [String: Any]])
    for (side, action) in [("a", a), ("b", b)] {
      let alone = try object(ImpactAnswer(action.impact).json.text)
      for name in ["buyers_loss", "revenue", "net_welfare", "household_cost", "price_level_pct"] {
        let one = try #require(amounts[name]?[side] as? [String: Double])
        #expect(one == alone[name] as? [String: Double], "\(name)")
      }
    }
    let lines = try #require(document["lines"] as? [String: [[String: Any]]])
    #expect(lines["only_a"]?.count == 818 && lines["both"]?.isEmpty == true)
    #expect(answer.text.contains("both have the same draws"))
    #expect(answer.text.contains("the rates are those of 2018-07-06 and of 2018-08-23"))
  }

  /// A list chosen by a brief is compared as the action it is, and says how it was chosen.
  @Test func aBriefIsComparedAsItsList() throws {
    let brief = try ShippedDesigns.brief()
    guard case .chosen(let design) = try ShippedDesigns.designer(brief).design(isBrief: true) else {
      Issue.record("no list was chosen")
      return
    }
    let action = try DesignedAction(design, id: "test").action()
    let book = try ShippedBook.us()
    let study = try ImpactStudy(
      try TariffGround(
        book: book.with(try book.regime.extended(by: action.law)),
        baseline: try ImportBaseline.shipped2017()),
      assumptions: try ActionLibrary.assumptions("fgkk-2020"),
      horizon: try ActionLibrary.horizon("one-year"),
      economy: try ActionLibrary.economy(of: "us"))
    let comparison = try ActionComparison(
      try AssessedAction(study, action, on: action.on), try assessed("us-301-list-1"))
    let answer = ComparisonAnswer(comparison, designs: (design, nil))
    let document = try object(answer.json.text)
    let designed = try #require((document["a"] as? [String: Any])?["designed"] as? [String: Any])
    #expect(designed["objective"] as? Double == design.choice.objective)
    #expect(designed["bound"] as? Double == design.choice.bound)
    #expect((document["b"] as? [String: Any])?["designed"] is NSNull)
    #expect(answer.text.contains("A is the list chosen for the brief"))
    #expect(!answer.text.contains("B is the list chosen"))
    let lines = try #require(document["lines"] as? [String: [[String: Any]]])
    let listed = (lines["only_a"] ?? []) + (lines["both"] ?? [])
    let codes = Set(listed.compactMap { $0["hts"] as? String })
    #expect(
      design.choice.chosen.allSatisfy { codes.contains(design.pool.candidates[$0].code.digits) })
  }

  @Test func scoredRequestsSayWhatTheyRestOn() throws {
    let study = try ExclusionStudy(
      try Self.study.get(), try tariffs("us-301-list-1"),
      [
        ExclusionRequest(id: "a", hts: "8482.10.50"),
        ExclusionRequest(id: "b", hts: "8482.10.50.44", origin: "CN"),
        ExclusionRequest(id: "c", hts: "0101.21.00"),
      ])
    let answer = ExclusionAnswer(study)
    let document = try object(answer.json.text)
    #expect(document["title"] as? String == "Section 301 duties on China, list 1")
    let rows = try #require(document["requests"] as? [[String: Any]])
    #expect(rows.map { $0["status"] as? String } == ["ok", "ok", "not-on-list"])
    #expect(rows.map { $0["share_basis"] as? String } == ["exact", "later-imports", nil])
    // A row without an answer has no amounts, rather than zeros.
    #expect(rows[2]["buyers_saving"] is NSNull && rows[2]["detail"] is String)
    let together = try #require(document["together"] as? [String: Any])
    #expect(together["covered_imports"] as? Double == rows[0]["covered_imports"] as? Double)
    #expect(answer.text.contains("us-imports-2024") && answer.text.contains("not the sum"))
  }

  @Test func exemptionsAndRotationsAreComplete() throws {
    let study = try Self.study.get()
    let metals = try ActionLibrary.action("us-232-metals-2018")
    let exemptions = ExemptionAnswer(
      try ExemptionStudy(
        study, metals, on: try #require(Day("2018-03-23")),
        origins: [try #require(CountryCode("CA")), try #require(CountryCode("JP"))]))
    #expect(try object(exemptions.json.text)["title"] as? String == metals.title)
    let origins = try #require(
      try object(exemptions.json.text)["origins"] as? [[String: Any]])
    #expect(origins.map { $0["exemption"] as? String } == ["granted", "hypothetical"])
    #expect(exemptions.text.contains("Japan (hyp.)"))

    let rule = try #require(RevisionRule(try ProcedureLibrary.procedure("us/section-301")))
    let rotation = RotationAnswer(
      try RotationStudy(
        study, try tariffs("us-301-list-1"),
        RotationRequest(
          first: rule.first, every: rule.every, revisions: 1, share: 0.05, tolerance: 0.01)),
      rule: rule)
    let document = try object(rotation.json.text)
    #expect(document["title"] as? String == "Section 301 duties on China, list 1")
    let revision = try #require((document["revisions"] as? [[String: Any]])?.first)
    #expect(revision["on"] as? String == "2018-11-03")
    #expect((revision["in"] as? [Any])?.isEmpty == false)
    #expect(rotation.text.contains("19 U.S.C. 2416(b)(2)(C)"))
    #expect(rotation.text.contains("carry out a WTO recommendation"))
  }
}
