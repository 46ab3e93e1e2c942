import ActionStudy
import TariffLaw
import Testing
import TradeAction
import TradeImpact

struct ActionComparisonTests {
  private static let draws = DrawRequest(count: 30, seed: 7)
  private static let list1 = Result {
    try ShippedStudy.assessed("us-301-list-1", draws: draws)
  }
  private static let list3 = Result {
    try ShippedStudy.assessed("us-301-list-3", draws: draws)
  }

  private func agrees(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1)
  }

  /// Lines, sectors, sections and chapters each add up to the totals of the impact.
  @Test func partsSumToTheTotals() throws {
    let comparison = try ActionComparison(try Self.list1.get(), try Self.list3.get())
    let sides: [(AssessedAction, KeyPath<ComparedGroup, ComparedGroup.Sums>)] = [
      (comparison.a, \.a), (comparison.b, \.b),
    ]
    for (action, side) in sides {
      let accounts = action.impact.central.accounts
      #expect(
        agrees(action.lines.reduce(0) { $0 + $1.imports }, action.impact.coveredImports))
      #expect(agrees(action.lines.reduce(0) { $0 + $1.duty }, accounts.revenueStatic))
      for groups in [comparison.sectors, comparison.sections, comparison.chapters] {
        let sums = groups.map { $0[keyPath: side] }
        #expect(agrees(sums.reduce(0) { $0 + $1.imports }, action.impact.coveredImports))
        #expect(agrees(sums.reduce(0) { $0 + $1.duty }, accounts.revenueStatic))
      }
      #expect(
        agrees(
          comparison.sectors.reduce(0) { $0 + ($1[keyPath: side].buyersLoss ?? .nan) },
          accounts.buyersLoss))
      for groups in [comparison.sections, comparison.chapters] {
        #expect(groups.reduce(0) { $0 + $1[keyPath: side].lines } == action.lines.count)
      }
      #expect(action.lines.count == action.impact.coveredLines)
    }
    #expect(
      comparison.onlyA.count + comparison.onlyB.count + comparison.both.count
        == comparison.lines.count)
    // The lists of the notices do not overlap.
    #expect(comparison.both.isEmpty)
    #expect(comparison.lines.filter { $0.a != nil }.count == 818)
  }

  @Test func anActionDoesNotDifferFromItself() throws {
    let list1 = try Self.list1.get()
    let comparison = try ActionComparison(list1, list1)
    #expect(comparison.onlyA.isEmpty && comparison.onlyB.isEmpty)
    #expect(!comparison.both.isEmpty && !comparison.both.contains(where: \.ratesDiffer))
    for amount in comparison.amounts {
      let difference = try #require(amount.difference, "\(amount.amount)")
      #expect(difference == Estimate(value: 0, low: 0, high: 0), "\(amount.amount)")
    }
    for group in comparison.sectors + comparison.sections + comparison.chapters {
      #expect(group.difference.lines == 0 && group.difference.imports == 0)
      #expect(group.difference.duty == 0 && group.difference.buyersLoss ?? 0 == 0)
    }
  }

  @Test func theDifferenceTurnsItsSignWithTheOrder() throws {
    let (a, b) = (try Self.list1.get(), try Self.list3.get())
    let (there, back) = (try ActionComparison(a, b), try ActionComparison(b, a))
    for (one, other) in zip(there.amounts, back.amounts) {
      guard let x = one.difference, let y = other.difference else {
        #expect(one.difference == nil && other.difference == nil)
        continue
      }
      #expect(agrees(x.value, -y.value), "\(one.amount)")
      #expect(agrees(try #require(x.low), -(try #require(y.high))), "\(one.amount)")
      #expect(agrees(try #require(x.high), -(try #require(y.low))), "\(one.amount)")
    }
    #expect(there.onlyA.map(\.code) == back.onlyB.map(\.code))
    for (one, other) in zip(there.chapters, back.chapters) {
      #expect(one.difference.imports == -other.difference.imports)
    }
  }

  /// The interval of the difference is that of the differences, draw by draw; not of the difference of
  /// the ends.
  @Test func drawsArePaired() throws {
    let (a, b) = (try Self.list1.get(), try Self.list3.get())
    let row = try #require(
      try ActionComparison(a, b).amounts.first { $0.amount == .buyersLoss })
    let pairs = zip(
      try #require(a.impact.draws).outcomes, try #require(b.impact.draws).outcomes)
    let expected = Estimate(
      central: 0, draws: pairs.map { $1.accounts.buyersLoss - $0.accounts.buyersLoss })
    #expect(row.difference == expected)
    let (low, high) = (try #require(row.difference?.low), try #require(row.difference?.high))
    let unpaired =
      (try #require(row.b?.high) - (try #require(row.a?.low)))
      - (try #require(row.b?.low) - (try #require(row.a?.high)))
    #expect(high - low < unpaired)
  }

  /// The same list at 10% and at 25%: every line is in both, at another rate.
  @Test func ratesThatDifferAreFound() throws {
    let early = try ShippedStudy.assessed("us-301-list-3", day: "2018-10-01")
    let late = try ShippedStudy.assessed("us-301-list-3", day: "2019-06-20")
    let comparison = try ActionComparison(early, late)
    let withImports = comparison.both.filter { $0.a?.rate != nil && $0.b?.rate != nil }
    #expect(withImports.count > 4500)
    let differing = withImports.filter(\.ratesDiffer)
    #expect(differing.count > withImports.count * 99 / 100)
    for line in differing {
      #expect((line.b?.rate ?? 0) > (line.a?.rate ?? 1))
    }
  }

  /// Where nothing responds, buyers lose the duty, sector by sector.
  @Test func nothingRespondsInTheStaticHorizon() throws {
    let still = try ShippedStudy.assessed("us-301-list-1", horizon: "static")
    for sector in still.sectors { #expect(agrees(sector.buyersLoss, sector.duty)) }
    #expect(
      agrees(
        still.sectors.reduce(0) { $0 + $1.buyersLoss }, still.impact.central.accounts.buyersLoss))
  }

  @Test func whatDoesNotRestOnOneFootingIsRefused() throws {
    let list1 = try Self.list1.get()
    #expect(throws: ActionError.self) {
      try ActionComparison(list1, try ShippedStudy.assessed("us-301-list-3"))
    }
    #expect(throws: ActionError.self) {
      try ActionComparison(
        try ShippedStudy.assessed("us-301-list-1"),
        try ShippedStudy.assessed("us-301-list-1", horizon: "long-run"))
    }
  }
}
