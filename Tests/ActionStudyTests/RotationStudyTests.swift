import ActionStudy
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

struct RotationStudyTests {
  private static let request = RotationRequest(
    first: CalendarOffset(120, .days), every: CalendarOffset(180, .days), revisions: 3, share: 0.1,
    tolerance: 0.01)
  private static let list1 = Result { try rotation(request) }

  private static func rotation(_ request: RotationRequest) throws -> RotationStudy {
    let action = try ActionLibrary.action("us-301-list-1")
    return try RotationStudy(
      try ShippedStudy.study(),
      try ActionTariffs(action, on: action.on, try ShippedStudy.ground.get()), request)
  }

  private func sum(_ lines: [RotationLine]) -> Double { lines.reduce(0) { $0 + $1.imports } }

  /// The days of the statute: 120 after the action is first taken, then every 180.
  @Test func theDaysAreThoseOfTheRule() throws {
    let rule = try #require(RevisionRule(try ProcedureLibrary.procedure("us/section-301")))
    #expect(rule.first == CalendarOffset(120, .days) && rule.every == CalendarOffset(180, .days))
    #expect(rule.step.reference.citation == "19 U.S.C. 2416(b)(2)(C)")
    #expect(rule.cases.count == 1)
    #expect(RevisionRule(try ProcedureLibrary.procedure("us/section-232")) == nil)
    #expect(
      try Self.list1.get().revisions.map(\.day)
        == ["2018-11-03", "2019-05-02", "2019-10-29"].compactMap { Day($0) })
  }

  /// Each revision replaces its share, keeps the value, and never brings back a line hit before.
  @Test func everyRevisionKeepsTheBounds() throws {
    let study = try Self.list1.get()
    #expect(study.revisions.count == 3 && study.stopped == nil)
    let action = try ActionLibrary.action("us-301-list-1")
    let listed = ListedLines(
      try ActionTariffs(action, on: action.on, try ShippedStudy.ground.get()),
      try ShippedStudy.ground.get())
    var hit = Set(listed.codes)
    var value = study.imports
    for revision in study.revisions {
      #expect(sum(revision.out) >= 0.1 * study.imports * (1 - 1e-12))
      #expect(abs(revision.importsAfter - study.imports) <= 0.01 * study.imports * (1 + 1e-12))
      value += sum(revision.new) - sum(revision.out)
      #expect(abs(value - revision.importsAfter) < 1)
      for line in revision.new { #expect(hit.insert(line.code).inserted, "\(line.code)") }
      #expect(Set(revision.out.map(\.code)).isDisjoint(with: revision.new.map(\.code)))
      // No choice of whole lines beats the bound, and this one is close to it.
      #expect(revision.lossAlone >= revision.bound * (1 - 1e-12))
      #expect(revision.gap < 0.01)
    }
    // The cheapest lines come on first.
    let created = study.revisions.map { $0.lossAlone / sum($0.new) }
    #expect(created == created.sorted())
  }

  /// What the list costs at last is what the list assessed as an action of its own costs.
  @Test func theLossAfterIsThatOfTheListAssessed() throws {
    let study = try Self.list1.get()
    let impact = try ShippedStudy.study()
    let market = impact.market
    let baseline = try ShippedStudy.ground.get().baseline
    var list = Set<HTSCode>()
    let action = try ActionLibrary.action("us-301-list-1")
    let tariffs = try ActionTariffs(action, on: action.on, try ShippedStudy.ground.get())
    for cell in tariffs.cells { list.insert(baseline.codes[cell.indices.lowerBound].prefix(8)) }
    for revision in study.revisions.prefix(1) {
      list.subtract(revision.out.map(\.code))
      list.formUnion(revision.new.map(\.code))
    }
    // Products of the market come in the order of the codes of the baseline.
    var products: [HTSCode] = []
    for code in baseline.codes where products.last != code { products.append(code) }
    let china = try #require(baseline.origins.firstIndex { $0.name == "China" })
    var rates = market.baseRate
    for cell in rates.indices
    where market.originOfCell[cell] == china
      && list.contains(products[market.productOfCell[cell]].prefix(8))
    {
      rates[cell] += 0.25
    }
    let response = try #require(try impact.response(to: rates))
    let loss = response.accounts.buyersLoss
    #expect(abs(study.revisions[0].lossAfter - loss) < 1e-6 * loss)
  }

  @Test func theSameInputGivesTheSameSchedule() throws {
    let (one, other) = (try Self.list1.get(), try Self.rotation(Self.request))
    #expect(one.revisions.map(\.new) == other.revisions.map(\.new))
    #expect(one.revisions.map(\.out) == other.revisions.map(\.out))
    #expect(one.revisions.map(\.lossCreated) == other.revisions.map(\.lossCreated))
  }

  /// A pool too small ends the schedule, and the answer says so.
  @Test func aPoolThatRunsOutIsSaid() throws {
    let pool = try GoodsList(
      ["39231000", "39232100", "95030000", "61103030"].map { GoodsList.Row(code: try HTSCode($0)) })
    let study = try Self.rotation(
      RotationRequest(
        first: CalendarOffset(120, .days), every: CalendarOffset(180, .days), revisions: 4,
        share: 0.1, tolerance: 0.01, pool: pool))
    #expect(study.revisions.count < 4 && study.stopped != nil)
    for revision in study.revisions {
      #expect(revision.new.allSatisfy { pool.contains($0.code) == true })
    }
  }
}
