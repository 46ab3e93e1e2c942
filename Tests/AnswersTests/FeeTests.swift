import Answers
import TariffLaw
import Testing
import TradeData

struct FeeTests {
  private func assess(_ request: DutyRequest, fees: Bool = true) throws -> Assessment {
    let book = LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
    return try book.assess(try request.entry(in: book), fees: fees)
  }

  /// The merchandise processing fee of fiscal year 2025 (0.3464%, at least 32.71, at most 634.62).
  @Test(arguments: [
    ("10000", "34.64"), ("5000", "32.71"), ("1000000", "634.62"), ("2499.99", "2.62"),
  ])
  func theProcessingFeeHasItsLimits(value: String, fee: String) throws {
    let answer = try assess(
      DutyRequest(hts: "3901.10.10.00", origin: "JP", on: "2025-06-01", value: value))
    #expect(answer.fees.compactMap { $0.duty?.moneyText } == [fee])
  }

  @Test func anAgreementLiftsItAndAVesselAddsHarborMaintenance() throws {
    let korea = try assess(
      DutyRequest(
        hts: "3901.10.10.00", origin: "KR", on: "2025-02-01", value: "10000", claims: ["KORUS"],
        facts: ["transport=vessel"]))
    #expect(korea.fees.map(\.measure) == ["us/fees/harbor-maintenance"])
    #expect(korea.fees.first?.duty?.moneyText == "12.50")
  }

  /// Fees are no part of the duty and not looked at unless asked for.
  @Test func feesStandBesideTheDuty() throws {
    let request = DutyRequest(hts: "3901.10.10.00", origin: "JP", on: "2025-02-01", value: "10000")
    let with = try assess(request)
    let without = try assess(request, fees: false)
    #expect(with.total == without.total)
    #expect(without.fees.isEmpty)
    #expect(!without.lines.contains { $0.isFee })
  }
}
