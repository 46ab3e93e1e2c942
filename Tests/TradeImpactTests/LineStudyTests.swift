import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// Lines alone against the whole market with the one duty.
struct LineStudyTests {
  private static let china = CountryCode("CN")

  /// With elasticities by good, a foreign supply that slopes and a home supply that is not elastic: each
  /// line's accounts are those of the whole market.
  @Test(arguments: ["fgkk-2020", "fontagne-2022", "steel-half"])
  func aLineAloneIsTheWholeMarketWithOneDuty(assumptions: String) throws {
    let study = try ShippedStudy.study(assumptions)
    let china = try #require(Self.china)
    let lines = try study.lines(of: china)
    let found = try lines.impacts(rate: 0.25)
    #expect(found.count == lines.lines.count)
    var checked = 0
    // Small and large ones, of all chapters.
    for index in stride(from: 7, to: lines.lines.count, by: 619) {
      let line = lines.lines[index]
      let whole = try study.outcome(adding: 0.25, to: [line.code], of: china).accounts
      let scale = max(whole.buyersLoss, 1)
      #expect(
        abs((found[index].home?.buyersLoss ?? 0) - whole.buyersLoss) < 1e-9 * scale, "\(line.code)")
      #expect(abs((found[index].home?.revenue ?? 0) - whole.revenue) < 1e-9 * scale)
      #expect(abs((found[index].home?.producersGain ?? 0) - whole.producersGain) < 1e-9 * scale)
      #expect(abs(found[index].duty - 0.25 * line.value) < 1e-9 * max(line.value, 1))
      // What the importer loses is the deadweight loss less what foreign sellers bear.
      #expect(
        abs((found[index].home?.netLoss ?? 0) - whole.deadweightLoss + whole.foreignLoss) < 1e-6
          * scale)
      checked += 1
    }
    #expect(checked > 10)
  }

  /// Every dollar from China is in a line, or in a chapter that no line is known of.
  @Test func linesHoldEveryDollar() throws {
    let lines = try ShippedStudy.study().lines(of: try #require(Self.china))
    let baseline = try ShippedStudy.ground.get().baseline
    let origin = try #require(baseline.origins.firstIndex { $0.countries == [Self.china] })
    var (total, withoutLine, world) = (0.0, 0.0, 0.0)
    for index in baseline.codes.indices {
      let isLine = baseline.codes[index].length >= 8
      if isLine { world += baseline.value[index] }
      guard baseline.origin[index] == origin else { continue }
      total += baseline.value[index]
      if !isLine { withoutLine += baseline.value[index] }
    }
    let held = lines.lines.reduce(0) { $0 + $1.value }
    #expect(abs(held + withoutLine - total) < 1)
    #expect(lines.lines.reduce(0) { $0 + ($1.imports ?? 0) } <= world + 1)
    #expect(lines.lines.allSatisfy { ($0.partnerShare ?? 0) > 0 && ($0.partnerShare ?? 2) <= 1 })
    #expect(lines.lines.allSatisfy { $0.fitted >= 0 && $0.fitted <= $0.value })
    #expect(zip(lines.lines, lines.lines.dropFirst()).allSatisfy { $0.code < $1.code })
  }

  /// Central elasticities and a draw differ; the same draw is the same.
  @Test func drawsMoveLines() throws {
    let lines = try ShippedStudy.study().lines(of: try #require(Self.china))
    let central = try lines.impacts(rate: 0.1)
    let first = try lines.impacts(rate: 0.1, draw: (3, 1))
    #expect(first != central)
    #expect(try lines.impacts(rate: 0.1, draw: (3, 1)) == first)
    #expect(try lines.impacts(rate: 0.1, draw: (4, 1)) != first)
    #expect(try lines.impacts(rate: 0.2).first?.duty ?? 0 > central.first?.duty ?? 0)
  }

  @Test func aPartnerWithoutAnOriginOfItsOwnIsRefused() throws {
    let study = try ShippedStudy.study()
    let france = try #require(CountryCode("FR"))
    #expect(throws: ActionError.self) { try study.lines(of: france) }
    let still = try ShippedStudy.study(horizon: "static")
    #expect(throws: ActionError.self) { try still.lines(of: try #require(Self.china)) }
  }
}
