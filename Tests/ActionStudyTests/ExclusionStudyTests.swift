import ActionStudy
import TariffLaw
import TestSupport
import Testing
import TradeAction
import TradeImpact

struct ExclusionStudyTests {
  private static let list1 = Result {
    let action = try ActionLibrary.action("us-301-list-1")
    return try ActionTariffs(action, on: action.on, try ShippedStudy.ground.get())
  }

  private func scored(_ rows: [ExclusionRequest]) throws -> ExclusionStudy {
    try ExclusionStudy(try ShippedStudy.study(), try Self.list1.get(), rows)
  }

  private func agrees(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(a - b) <= tolerance * max(abs(a), abs(b), 1)
  }

  /// What a grant saves is what assessing the action without those cells says, from end to end.
  @Test func aGrantIsTheActionAssessedWithoutIt() throws {
    let study = try ShippedStudy.study()
    let tariffs = try Self.list1.get()
    let baseline = try ShippedStudy.ground.get().baseline
    let whole = try study.assess(tariffs)
    for digits in ["84821050", "85369040", "8471"] {
      let code = try HTSCode(digits)
      let left = tariffs.cells.filter { !code.contains(baseline.codes[$0.indices.lowerBound]) }
      let without = try study.assess(ActionTariffs(tariffs, cells: left))
      let row = try #require(try scored([ExclusionRequest(id: "a", hts: digits)]).rows.first)
      #expect(row.status == .ok && row.basis == .exact)
      let (a, b) = (whole.central.accounts, without.central.accounts)
      #expect(agrees(row.effect.coveredImports, whole.coveredImports - without.coveredImports))
      #expect(agrees(row.effect.duty, a.revenueStatic - b.revenueStatic))
      #expect(agrees(row.effect.buyersSaving, a.buyersLoss - b.buyersLoss, 1e-6))
      #expect(agrees(row.effect.revenueChange, b.revenue - a.revenue, 1e-6))
      #expect(agrees(row.effect.netWelfareChange, b.netWelfare - a.netWelfare, 1e-6))
      let china = try #require(whole.partner)
      #expect(
        agrees(
          row.effect.sparedSalesChange,
          without.central.importsChange[china] - whole.central.importsChange[china], 1e-6))
      #expect(row.effect.buyersSaving > 0 && row.effect.sparedSalesChange > 0)
      // Buyers already turned away from part of it: they save less than the duty on unchanged imports.
      #expect(row.effect.buyersSaving < row.effect.duty)
    }
  }

  /// All together do not depend on the order and are not the sum.
  @Test func togetherDoesNotDependOnTheOrder() throws {
    let requests = [
      "8482.10.50", "8482.10.50.44", "8482", "8471.70.60", "8413.91.90", "8482.10.50",
    ]
    .enumerated().map { ExclusionRequest(id: "\($0.offset)", hts: $0.element) }
    let one = try scored(requests)
    let other = try scored(requests.reversed())
    #expect(one.together == other.together)
    #expect(one.together.coveredImports < one.sumOfRows.coveredImports)
    // A heading holds the lines and parts asked for within it.
    let outer = try scored([requests[2], requests[3], requests[4]])
    #expect(agrees(one.together.coveredImports, outer.together.coveredImports))
    #expect(agrees(one.together.buyersSaving, outer.together.buyersSaving))
    #expect(one.rows.map(\.request.id) == requests.map(\.id))
  }

  /// Granting everything undoes the action.
  @Test func grantingAllUndoesTheAction() throws {
    let tariffs = try Self.list1.get()
    let baseline = try ShippedStudy.ground.get().baseline
    let lines = Set(tariffs.cells.map { baseline.codes[$0.indices.lowerBound].prefix(4) })
    let study = try scored(
      lines.sorted().map { ExclusionRequest(id: $0.digits, hts: $0.digits) })
    let accounts = try ShippedStudy.study().assess(tariffs).central.accounts
    for effect in [study.together, study.whole] {
      #expect(agrees(effect.buyersSaving, accounts.buyersLoss, 1e-6))
      #expect(agrees(effect.revenueChange, -accounts.revenue, 1e-6))
      #expect(agrees(effect.duty, accounts.revenueStatic))
    }
  }

  /// More of a code saves more, and a half saves more than half: the last dollar of duty costs most.
  @Test func theShareScalesWhatIsGranted() throws {
    let rows = try scored(
      ["0.25", "0.5", "1"].map { ExclusionRequest(id: $0, hts: "84821050", share: $0) }
    ).rows
    let values = rows.map(\.effect.coveredImports)
    #expect(agrees(values[0] * 4, values[2]) && agrees(values[1] * 2, values[2]))
    let savings = rows.map(\.effect.buyersSaving)
    #expect(savings[0] < savings[1] && savings[1] < savings[2])
  }

  @Test(arguments: [
    ("0101.21.00", nil, nil, ScoredRequest.Status.notOnList),
    ("9999.99.99", nil, nil, .unknownCode), ("84xx", nil, nil, .badRow), ("84", nil, nil, .badRow),
    ("8482.10.50", "JP", nil, .originNotCovered), ("8482.10.50", "ZZ", nil, .unknownOrigin),
    ("8482.10.50", "DE", nil, .unknownOrigin), ("8482.10.50", "CN", "1.5", .badRow),
    ("8482.10.50", "CN", "x", .badRow), ("8482.10.50", "CN", "0.5", .ok),
    ("", nil, nil, .badRow),
  ])
  func everyRowIsAnswered(
    hts: String, origin: String?, share: String?, status: ScoredRequest.Status
  ) throws {
    let row = try #require(
      try scored([ExclusionRequest(id: "a", hts: hts, origin: origin, share: share)]).rows.first)
    #expect(row.status == status)
    #expect(row.detail.isEmpty == (status == .ok))
    if status != .ok { #expect(row.effect == ScoredRequest.Effect()) }
  }

  /// The exclusions that the law grants from list 1: each is on the list, and together they are part of it.
  @Test func theLawsOwnGrantsAreScored() throws {
    let tariffs = try Self.list1.get()
    let book = try ShippedStudy.book.get()
    let granted = ExclusionRequests.granted(tariffs, in: book.regime)
    #expect(granted.count > 400)
    let study = try scored(granted)
    for row in study.rows {
      #expect([.ok, .noImports].contains(row.status), "\(row.request.id): \(row.detail)")
    }
    #expect(study.together.coveredImports < study.whole.coveredImports)
    #expect(study.together.coveredImports < study.sumOfRows.coveredImports)
    #expect(study.rows.contains { $0.basis == .laterImports })
  }

  @Test func nothingIsScoredWhereNothingResponds() throws {
    let study = try ShippedStudy.study(horizon: "static", economy: false)
    #expect(throws: ActionError.self) {
      try ExclusionStudy(study, try Self.list1.get(), [])
    }
  }

  @Test func rowsAreRead() throws {
    let rows = try ExclusionRequests.read(
      Array("id,hts,origin,share\na,84821050,CN,0.5\nb,8471,,\n".utf8))
    #expect(
      rows == [
        ExclusionRequest(id: "a", hts: "84821050", origin: "CN", share: "0.5"),
        ExclusionRequest(id: "b", hts: "8471"),
      ])
    #expect(throws: (any Error).self) { try ExclusionRequests.read(Array("id,code\na,1\n".utf8)) }
  }
}
